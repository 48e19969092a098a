// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/messagedetails.h"

#include "app/journal/trafficlog.h"
#include "app/lesson/explanation.h"
#include "app/window/messagedescription.h"
#include "app/window/messagetext.h"

#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace wiretale {

namespace {

// A text box with megabytes in it stalls the window.
constexpr qsizetype MostBytesShown = 64LL * 1024;

} // namespace

MessageDetails::MessageDetails(QWidget *parent)
    : QWidget(parent)
    , m_facts(new QLabel(this))
    , m_bytes(new QPlainTextEdit(this))
{
    m_facts->setTextFormat(Qt::RichText);
    m_facts->setWordWrap(true);
    m_facts->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts->setContentsMargins(6, 6, 6, 2);
    m_bytes->setReadOnly(true);
    m_bytes->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_bytes->setTabChangesFocus(true);
    m_bytes->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_facts);
    layout->addWidget(m_bytes, 1);
    retranslate();
}

MessageDetails::~MessageDetails() = default;

void MessageDetails::setLog(std::shared_ptr<const TrafficLog> log)
{
    m_log = std::move(log);
    showMessage(0);
}

void MessageDetails::showMessage(RecordNumber number)
{
    m_number = m_log && number <= m_log->journal().size() ? number : 0;
    showFacts();
    showBytes();
}

QString MessageDetails::clientName() const
{
    if (m_number == 0)
        return {};
    return m_log->journal().clientName(m_log->journal().at(m_number).connection);
}

void MessageDetails::refresh()
{
    if (m_number != 0 && m_log->journal().revision() != m_seenRevision)
        showFacts();
}

QSize MessageDetails::sizeHint() const
{
    return {300, 260};
}

void MessageDetails::showFacts()
{
    if (m_number == 0) {
        m_facts->setText(tr("Click a message in the diagram to read it here.").toHtmlEscaped());
        return;
    }
    m_seenRevision = m_log->journal().revision();
    const Explanation explanation = explain(*m_log, m_number);
    QString html = QStringLiteral("<b>#%1 · %2</b><p>%3</p>")
                       .arg(m_number)
                       .arg(explanation.title.toHtmlEscaped(), explanation.text.toHtmlEscaped());
    if (!explanation.specification.isEmpty())
        html += QStringLiteral("<p><small>%1</small></p>").arg(explanation.specification.toHtmlEscaped());
    html += QStringLiteral("<table cellspacing='0' cellpadding='1'>");
    for (const MessageFact &fact : messageFacts(*m_log, m_number)) {
        html += QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(fact.name.toHtmlEscaped(), fact.value.toHtmlEscaped());
    }
    m_facts->setText(html + QStringLiteral("</table>"));
}

void MessageDetails::showBytes()
{
    m_bytes->setVisible(m_number != 0);
    m_bytes->clear();
    if (m_number == 0)
        return;
    const Record record = m_log->journal().at(m_number);
    const QByteArray all = m_log->bytes(m_number);
    if (all.isEmpty()) {
        m_bytes->setPlainText(record.wireBytes == 0 ? tr("This message has no bytes.")
                                                    : tr("The bytes of this message were not recorded."));
        return;
    }
    QString text = bytesForPeople(all.first(std::min(all.size(), MostBytesShown)));
    if (all.size() > MostBytesShown)
        text += tr("… and %n more byte(s)", nullptr, int(all.size() - MostBytesShown));
    if (record.kind == MessageKind::Frame && all.size() <= MostBytesShown) {
        if (const QByteArray carried = frameData(all); !carried.isEmpty())
            text += u'\n' + tr("What the frame carries:") + u'\n' + bytesForPeople(carried);
    }
    m_bytes->setPlainText(text);
}

void MessageDetails::retranslate()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    if (m_bytes->font() != fixed)
        m_bytes->setFont(fixed);
    m_bytes->setAccessibleName(tr("Bytes of the message"));
    showMessage(m_number);
}

void MessageDetails::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

} // namespace wiretale
