<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en_US">
<context>
    <name>wiretale::AddressBox</name>
    <message>
        <source>Nothing listens</source>
        <extracomment>%1 is an address to open in a browser</extracomment>
        <translation>Никто не слушает</translation>
    </message>
    <message>
        <source>Open in a browser: %1</source>
        <translation>Откройте в браузере: %1</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>&amp;Скопировать адрес</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Скопировать адрес</translation>
    </message>
    <message>
        <source>Open in a &amp;browser</source>
        <translation>Открыть в &amp;браузере</translation>
    </message>
    <message>
        <source>Open the page in a browser: it becomes a client like the others</source>
        <translation>Открыть страницу в браузере: он станет таким же клиентом, как остальные</translation>
    </message>
</context>
<context>
    <name>wiretale::AjaxPollingClient</name>
    <message>
        <source>A poll was not answered: %1.</source>
        <translation>Опрос остался без ответа: %1.</translation>
    </message>
</context>
<context>
    <name>wiretale::Anatomy</name>
    <message>
        <source>This handshake</source>
        <translation>Это рукопожатие</translation>
    </message>
    <message>
        <source>This event stream</source>
        <translation>Этот поток событий</translation>
    </message>
    <message>
        <source>This message</source>
        <translation>Это сообщение</translation>
    </message>
    <message>
        <source>This frame</source>
        <translation>Этот кадр</translation>
    </message>
    <message>
        <source>Event stream: example %1</source>
        <extracomment>an example of a standard: %1 is its number</extracomment>
        <translation>Поток событий: пример %1</translation>
    </message>
    <message>
        <source>WebSocket: the handshake</source>
        <translation>WebSocket: рукопожатие</translation>
    </message>
    <message>
        <source>WebSocket: a masked frame</source>
        <translation>WebSocket: кадр под маской</translation>
    </message>
    <message>
        <source>WebSocket: fragments with a ping between them</source>
        <translation>WebSocket: части сообщения и ping между ними</translation>
    </message>
    <message>
        <source>The bytes</source>
        <translation>Байты</translation>
    </message>
    <message>
        <source>They are read as UTF-8 and cut into lines, which end with CR LF, LF or CR.</source>
        <translation>Их читают как UTF-8 и режут на строки, которые кончаются на CR LF, LF или CR.</translation>
    </message>
    <message>
        <source>Byte order mark</source>
        <translation>Метка порядка байтов</translation>
    </message>
    <message>
        <source>One at the very beginning is skipped.</source>
        <translation>Одну в самом начале пропускают.</translation>
    </message>
    <message>
        <source>data buffer</source>
        <translation>буфер data</translation>
    </message>
    <message>
        <source>event type buffer</source>
        <translation>буфер типа события</translation>
    </message>
    <message>
        <source>last event ID buffer</source>
        <translation>буфер последнего id</translation>
    </message>
    <message>
        <source>reconnection time</source>
        <translation>пауза до нового соединения</translation>
    </message>
    <message>
        <source>dispatched so far</source>
        <translation>доставлено на этот момент</translation>
    </message>
    <message>
        <source>An end in the middle</source>
        <translation>Конец посередине</translation>
    </message>
    <message>
        <source>No line end follows, so this is no line yet. If the stream ends here, what was gathered for the event is thrown away.</source>
        <translation>Конца строки дальше нет, значит, это ещё не строка. Если поток здесь кончится, всё собранное для события выбросят.</translation>
    </message>
    <message>
        <source>A comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>The line begins with a colon: it is skipped.</source>
        <translation>Строка начинается с двоеточия: её пропускают.</translation>
    </message>
    <message>
        <source>The field is &quot;%1&quot;, its value &quot;%2&quot;.</source>
        <extracomment>%1 is the name of a field, %2 its value</extracomment>
        <translation>Поле — «%1», его значение — «%2».</translation>
    </message>
    <message>
        <source>There is no colon: the whole line is the name, and the value is empty.</source>
        <translation>Двоеточия нет: имя — вся строка, а значение пустое.</translation>
    </message>
    <message>
        <source>One space behind the colon does not belong to it.</source>
        <translation>Один пробел после двоеточия к нему не относится.</translation>
    </message>
    <message>
        <source>A field: %1</source>
        <translation>Поле: %1</translation>
    </message>
    <message>
        <source>The value and a line feed are appended to the data buffer.</source>
        <translation>Значение и перевод строки дописывают в буфер data.</translation>
    </message>
    <message>
        <source>The value goes into the event type buffer.</source>
        <translation>Значение идёт в буфер типа события.</translation>
    </message>
    <message>
        <source>The value goes into the last event ID buffer, and stays there.</source>
        <translation>Значение идёт в буфер последнего id и остаётся там.</translation>
    </message>
    <message>
        <source>From now on the client waits so long before it connects again.</source>
        <translation>Теперь клиент будет столько ждать перед новым соединением.</translation>
    </message>
    <message>
        <source>The standard knows no such field: it is ignored.</source>
        <translation>Такого поля стандарт не знает: его пропускают.</translation>
    </message>
    <message>
        <source>A blank line</source>
        <translation>Пустая строка</translation>
    </message>
    <message>
        <source>The data buffer is empty: nothing is dispatched. The id stays.</source>
        <translation>Буфер data пуст: доставлять нечего. Id остаётся.</translation>
    </message>
    <message>
        <source>The last line feed is taken off the data, and the event goes to the page with the type &quot;%1&quot;. Then the buffers are empty again, but for the id.</source>
        <extracomment>%1 is the type of an event</extracomment>
        <translation>Последний перевод строки убирают, и событие типа «%1» уходит на страницу. Потом буферы снова пусты, кроме id.</translation>
    </message>
    <message>
        <source>What stands before the payload</source>
        <translation>Что стоит перед данными</translation>
    </message>
    <message>
        <source>FIN and opcode, the length, and with a mask its four bytes of key.</source>
        <translation>FIN и код операции, длина, а с маской — четыре байта её ключа.</translation>
    </message>
    <message>
        <source>A control frame may stand between the fragments. It is dealt with at once and does not touch the message.</source>
        <translation>Между частями может стоять служебный кадр. Его обрабатывают сразу, и сообщения он не касается.</translation>
    </message>
    <message>
        <source>A message begins: the opcode says what it carries.</source>
        <translation>Сообщение начинается: код операции говорит, что оно несёт.</translation>
    </message>
    <message>
        <source>Opcode 0: the message goes on.</source>
        <translation>Код операции 0: сообщение продолжается.</translation>
    </message>
    <message>
        <source>FIN is 1: the message is whole.</source>
        <translation>FIN равен 1: сообщение целиком.</translation>
    </message>
    <message>
        <source>FIN is 0: more is to come.</source>
        <translation>FIN равен 0: будет ещё.</translation>
    </message>
    <message>
        <source>The key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>The client made up 16 random bytes and wrote them in Base64. They prove nothing about the client: they only make this handshake different from all others.</source>
        <translation>Клиент придумал 16 случайных байтов и записал их в Base64. О клиенте они ничего не доказывают: они лишь отличают это рукопожатие от всех прочих.</translation>
    </message>
    <message>
        <source>the 16 bytes</source>
        <translation>эти 16 байтов</translation>
    </message>
    <message>
        <source>The GUID</source>
        <translation>GUID</translation>
    </message>
    <message>
        <source>The server appends a text that only servers of WebSocket know, without decoding the key.</source>
        <translation>Сервер приписывает строку, известную лишь серверам WebSocket; сам ключ он не раскодирует.</translation>
    </message>
    <message>
        <source>Of both together it takes the hash SHA-1: 20 bytes.</source>
        <translation>От того и другого вместе он берёт хеш SHA-1: 20 байтов.</translation>
    </message>
    <message>
        <source>The 20 bytes in Base64 are the answer, Sec-WebSocket-Accept.</source>
        <translation>Эти 20 байтов в Base64 и есть ответ, Sec-WebSocket-Accept.</translation>
    </message>
    <message>
        <source>The client compares</source>
        <translation>Клиент сравнивает</translation>
    </message>
    <message>
        <source>The server answered just that: it has understood that this is to be a WebSocket.</source>
        <translation>Сервер ответил именно это: он понял, что здесь будет WebSocket.</translation>
    </message>
    <message>
        <source>The server answered something else: the client has to close the connection.</source>
        <translation>Сервер ответил другое: клиент обязан закрыть соединение.</translation>
    </message>
    <message>
        <source>Byte %1 of the payload</source>
        <extracomment>%1 is the number of a byte</extracomment>
        <translation>Байт %1 данных</translation>
    </message>
    <message>
        <source>%1 modulo 4 is %2: it is combined with byte %2 of the key by XOR. Each bit that differs becomes 1.</source>
        <extracomment>%1 is the number of a byte of the payload, %2 that of a byte of the key</extracomment>
        <translation>Остаток от деления %1 на 4 равен %2: байт складывают по модулю два (XOR) с байтом %2 ключа. Каждый бит, который отличается, становится единицей.</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>под маской</translation>
    </message>
    <message>
        <source>key</source>
        <translation>ключ</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>без маски</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>на этот момент</translation>
    </message>
    <message>
        <source>The whole payload</source>
        <translation>Данные целиком</translation>
    </message>
    <message>
        <source>This is what the frame was sent for.</source>
        <translation>Ради этого кадр и послан.</translation>
    </message>
    <message>
        <source>Frame %1</source>
        <extracomment>%1 is the number of a frame</extracomment>
        <translation>Кадр %1</translation>
    </message>
    <message>
        <source>the message so far</source>
        <translation>сообщение на этот момент</translation>
    </message>
</context>
<context>
    <name>wiretale::AnatomyDialog</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Дальше</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>Анатомия</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Что там</translation>
    </message>
    <message>
        <source>What the buffers hold after this step</source>
        <translation>Что в буферах после этого шага</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Байты</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>What to take apart</source>
        <translation>Что разобрать</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <extracomment>%1 is the number of a step, %2 how many there are</extracomment>
        <translation>Шаг %1 из %2</translation>
    </message>
</context>
<context>
    <name>wiretale::BodyText</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n байт</numerusform>
            <numerusform>%n байта</numerusform>
            <numerusform>%n байтов</numerusform>
        </translation>
    </message>
    <message>
        <source>Event &quot;%1&quot;, no id</source>
        <extracomment>%1 is the type of an event</extracomment>
        <translation>Событие «%1», без id</translation>
    </message>
    <message>
        <source>Event &quot;%1&quot;, id %2</source>
        <extracomment>%1 is the type of an event, %2 its id</extracomment>
        <translation>Событие «%1», id %2</translation>
    </message>
    <message>
        <source>Comment: %1</source>
        <extracomment>a comment line of an event stream</extracomment>
        <translation>Комментарий: %1</translation>
    </message>
    <message numerus="yes">
        <source>Event stream, %n event(s)</source>
        <translation>
            <numerusform>Поток событий, %n событие</numerusform>
            <numerusform>Поток событий, %n события</numerusform>
            <numerusform>Поток событий, %n событий</numerusform>
        </translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Binary</source>
        <translation>Двоичные данные</translation>
    </message>
    <message>
        <source>No body</source>
        <translation>Тела нет</translation>
    </message>
    <message numerus="yes">
        <source>from %n message(s)</source>
        <translation>
            <numerusform>из %n сообщения</numerusform>
            <numerusform>из %n сообщений</numerusform>
            <numerusform>из %n сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>not all of it</source>
        <translation>не целиком</translation>
    </message>
    <message>
        <source>Compressed</source>
        <translation>Сжато</translation>
    </message>
    <message numerus="yes">
        <source>unpacked from %n byte(s) of %1</source>
        <extracomment>of a body; %1 is the name of a compression</extracomment>
        <translation>
            <numerusform>распаковано из %n байта (%1)</numerusform>
            <numerusform>распаковано из %n байтов (%1)</numerusform>
            <numerusform>распаковано из %n байтов (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>the %1 data is damaged or ends too early: this is what could be read</source>
        <extracomment>of a body; %1 is the name of a compression</extracomment>
        <translation>данные %1 повреждены или обрываются: показано то, что удалось прочесть</translation>
    </message>
    <message>
        <source>%1 cannot be unpacked here, only gzip, deflate, br and permessage-deflate can</source>
        <extracomment>of a body; %1 is the name of a compression</extracomment>
        <translation>%1 здесь не распаковать: умеем только gzip, deflate, br и permessage-deflate</translation>
    </message>
    <message>
        <source>%1 goes on from earlier messages that are damaged, were not recorded or lie too far back, so that it cannot be unpacked from here</source>
        <extracomment>of a body; %1 is the name of a compression</extracomment>
        <translation>%1 опирается на прежние сообщения, а они повреждены, не записаны или слишком далеко, поэтому распаковать отсюда нельзя</translation>
    </message>
</context>
<context>
    <name>wiretale::Client</name>
    <message>
        <source>The page could not be opened: %1.</source>
        <translation>Страницу не удалось открыть: %1.</translation>
    </message>
    <message>
        <source>The event could not be published: %1.</source>
        <translation>Событие не удалось опубликовать: %1.</translation>
    </message>
    <message>
        <source>The server sent something that is no event: %1</source>
        <translation>Сервер прислал то, что не является событием: %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>остановлен</translation>
    </message>
    <message>
        <source>opening the page</source>
        <translation>открывает страницу</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>спрашивает</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>соединяется</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>слушает</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation>соединяется заново</translation>
    </message>
    <message>
        <source>ended by the server</source>
        <translation>завершён сервером</translation>
    </message>
    <message>
        <source>next poll</source>
        <extracomment>what a client will do next; a time follows</extracomment>
        <translation>следующий опрос</translation>
    </message>
    <message>
        <source>time-out</source>
        <extracomment>what will happen next to a long poll that the server holds; a time follows</extracomment>
        <translation>тайм-аут</translation>
    </message>
    <message>
        <source>next ping</source>
        <extracomment>what a client will do next: send a ping on its WebSocket; a time follows</extracomment>
        <translation>следующий ping</translation>
    </message>
    <message>
        <source>reconnects</source>
        <extracomment>what a client will do next; a time follows</extracomment>
        <translation>соединяется заново</translation>
    </message>
    <message>
        <source>opens the page again</source>
        <extracomment>what a client will do next; a time follows</extracomment>
        <translation>снова открывает страницу</translation>
    </message>
</context>
<context>
    <name>wiretale::ClientsPanel</name>
    <message numerus="yes">
        <source>%n event(s) received</source>
        <translation>
            <numerusform>получено %n событие</numerusform>
            <numerusform>получено %n события</numerusform>
            <numerusform>получено %n событий</numerusform>
        </translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Asks for news at an interval.</source>
        <translation>Спрашивает о новостях через равные промежутки времени.</translation>
    </message>
    <message>
        <source>Asks for news; the server holds the request until there is some.</source>
        <translation>Спрашивает о новостях; сервер держит запрос, пока они не появятся.</translation>
    </message>
    <message>
        <source>Asks once; events come in an answer that never ends.</source>
        <translation>Спрашивает один раз; события приходят в ответе, который не кончается.</translation>
    </message>
    <message>
        <source>Upgrades its connection; then both sides send frames.</source>
        <translation>Переводит соединение на другой протокол; дальше кадры шлют обе стороны.</translation>
    </message>
    <message>
        <source>Loads the page now and then.</source>
        <translation>Время от времени загружает страницу.</translation>
    </message>
</context>
<context>
    <name>wiretale::ClockLabel</name>
    <message>
        <source>Paused at %1 s</source>
        <extracomment>The clock&apos;s state: %1 is a number of seconds</extracomment>
        <translation>Пауза на %1 с</translation>
    </message>
    <message>
        <source>Clock %1 s, %2</source>
        <translation>Часы %1 с, %2</translation>
    </message>
    <message>
        <source>The program&apos;s own time, which all messages and waits are counted in</source>
        <translation>Собственное время программы: по нему считаются все сообщения и ожидания</translation>
    </message>
    <message>
        <source>Recorded: %1 s</source>
        <extracomment>How long the recording is: %1 is a number of seconds</extracomment>
        <translation>Записано: %1 с</translation>
    </message>
    <message>
        <source>How long the recording is, in its own time</source>
        <translation>Сколько длится запись по её собственным часам</translation>
    </message>
</context>
<context>
    <name>wiretale::ClockTransport</name>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Пуск</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Пауза</translation>
    </message>
    <message>
        <source>Let the clock run on (Space)</source>
        <translation>Пустить часы дальше (Пробел)</translation>
    </message>
    <message>
        <source>Stop the clock: everything waits, nothing is lost (Space)</source>
        <translation>Остановить часы: всё ждёт, ничего не теряется (Пробел)</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>&amp;Шаг</translation>
    </message>
    <message>
        <source>Run until the next message arrives, then pause (F10 or S)</source>
        <translation>Идти до прибытия следующего сообщения и встать на паузу (F10 или S)</translation>
    </message>
    <message>
        <source>Begin &amp;anew</source>
        <translation>Начать &amp;заново</translation>
    </message>
    <message>
        <source>Begin anew with these settings and an empty record (Ctrl+R)</source>
        <translation>Начать заново с этими настройками и пустым журналом (Ctrl+R)</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>&amp;Медленнее</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>&amp;Быстрее</translation>
    </message>
    <message>
        <source>%1 (real time)</source>
        <extracomment>A rate of the clock: %1 is a factor such as ×1</extracomment>
        <translation>%1 (реальное время)</translation>
    </message>
</context>
<context>
    <name>wiretale::CommandLine</name>
    <message>
        <source>Show this help.</source>
        <translation>Показать эту справку.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Показать версию.</translation>
    </message>
    <message>
        <source>How long to play, such as 30s, in the clock&apos;s time.</source>
        <translation>Сколько играть, например 30s, по часам программы.</translation>
    </message>
    <message>
        <source>The clock&apos;s rate, 0.02 to 20; 1 is real time.</source>
        <translation>Темп часов, от 0.02 до 20; 1 — реальное время.</translation>
    </message>
    <message>
        <source>The link: loopback, lan, mobile, satellite or slow-motion.</source>
        <translation>Линия: loopback, lan, mobile, satellite или slow-motion.</translation>
    </message>
    <message>
        <source>The link&apos;s latency, one way.</source>
        <translation>Задержка линии в одну сторону.</translation>
    </message>
    <message>
        <source>The link&apos;s bandwidth, such as 2Mbit.</source>
        <translation>Пропускная способность линии, например 2Mbit.</translation>
    </message>
    <message>
        <source>Random time added to the latency, up to this.</source>
        <translation>Случайная прибавка к задержке, не больше этой.</translation>
    </message>
    <message>
        <source>The wire&apos;s port; 0 takes any that is free.</source>
        <translation>Порт провода; 0 — любой свободный.</translation>
    </message>
    <message>
        <source>How often the server publishes an event.</source>
        <translation>Как часто сервер публикует событие.</translation>
    </message>
    <message>
        <source>Begins all that is random; the same seed, the same run.</source>
        <translation>Начало всего случайного: то же число — тот же ход.</translation>
    </message>
    <message>
        <source>Which clients run: http, ajax-polling, long-polling, event-stream, websocket, separated by commas.</source>
        <translation>Какие клиенты работают: http, ajax-polling, long-polling, event-stream, websocket, через запятую.</translation>
    </message>
    <message>
        <source>The language: en or ru.</source>
        <translation>Язык: en или ru.</translation>
    </message>
    <message>
        <source>Write the capture to this file as it goes.</source>
        <translation>Писать захват в этот файл по ходу дела.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a rate; it is a number from 0.02 to 20.</source>
        <translation>«%1» — не темп; это число от 0.02 до 20.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from 0 to %2, not &quot;%3&quot;.</source>
        <translation>--%1 принимает целое число от 0 до %2, а не «%3».</translation>
    </message>
    <message>
        <source>There is no link &quot;%1&quot;; there are %2.</source>
        <translation>Линии «%1» нет; есть %2.</translation>
    </message>
    <message>
        <source>There is no kind of client &quot;%1&quot;; there are %2.</source>
        <translation>Клиентов вида «%1» нет; есть %2.</translation>
    </message>
    <message>
        <source>--publish-every takes at least a millisecond, not &quot;%1&quot;.</source>
        <translation>--publish-every принимает не меньше миллисекунды, а не «%1».</translation>
    </message>
    <message>
        <source>There is no language &quot;%1&quot;; there are en, ru.</source>
        <translation>Языка «%1» нет; есть en, ru.</translation>
    </message>
    <message>
        <source>The ending of &quot;%1&quot; names no format; there are %2.</source>
        <translation>Окончание «%1» не называет формата; есть %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one word too many.</source>
        <translation>«%1» — лишнее слово.</translation>
    </message>
    <message>
        <source>Shows what really passes between a client and a server.</source>
        <translation>Показывает, что на самом деле проходит между клиентом и сервером.</translation>
    </message>
    <message>
        <source>--for and --export go with &quot;run&quot; or &quot;serve&quot;; in the window, save from the File menu.</source>
        <translation>--for и --export работают с «run» и «serve»; в окне сохраняйте через меню «Файл».</translation>
    </message>
    <message>
        <source>With run: &quot;right&quot; answers the lesson&apos;s questions rightly, &quot;none&quot; leaves them out.</source>
        <translation>Вместе с run: «right» отвечает на вопросы урока верно, «none» пропускает их.</translation>
    </message>
    <message>
        <source>--answers takes &quot;right&quot; or &quot;none&quot;, not &quot;%1&quot;.</source>
        <translation>--answers понимает «right» или «none», а не «%1».</translation>
    </message>
    <message>
        <source>&quot;check&quot; needs the lessons&apos; files, one or more.</source>
        <translation>Команде «check» нужны файлы уроков, один или несколько.</translation>
    </message>
    <message>
        <source>&quot;grade&quot; needs the files of attempts, one or more.</source>
        <translation>Команде «grade» нужны файлы попыток, один или несколько.</translation>
    </message>
    <message>
        <source>&quot;run&quot; needs a lesson; &quot;wiretale list&quot; names them.</source>
        <translation>Команде «run» нужен урок; «wiretale list» перечисляет их.</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;; did you mean &quot;%2&quot;?</source>
        <translation>Команды «%1» нет; может быть, «%2»?</translation>
    </message>
    <message>
        <source>There is no way of exporting &quot;%1&quot;; there are %2.</source>
        <translation>Способа экспорта «%1» нет; есть %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; makes no difference to any file that --export names.</source>
        <translation>«%1» ничего не меняет ни в одном файле, названном в --export.</translation>
    </message>
    <message>
        <source>In --export-filter &quot;%1&quot;, at character %2: %3</source>
        <extracomment>%1: a filter&apos;s line; %2: a number; %3: a sentence</extracomment>
        <translation>В --export-filter «%1», символ %2: %3</translation>
    </message>
    <message>
        <source>Write the traffic to a file at the end, as often as wanted; the format follows from the ending, such as .pcapng, .har, .csv or .jsonl.</source>
        <translation>В конце записать трафик в файл; можно указать сколько угодно раз. Формат определяется окончанием, например .pcapng, .har, .csv или .jsonl.</translation>
    </message>
    <message>
        <source>Write only the messages that this chooses, a line as in the traffic table: technique:websocket bytes&gt;500.</source>
        <translation>Записать только сообщения, которые выбирает эта строка, такая же, как в таблице трафика: technique:websocket bytes&gt;500.</translation>
    </message>
    <message>
        <source>How to write, as often as wanted: excel (.csv with semicolons and a byte order mark), sanitised (.har without cookies and authorization).</source>
        <translation>Как записывать; можно указать сколько угодно раз: excel (.csv с точками с запятой и меткой порядка байтов), sanitised (.har без cookie и авторизации).</translation>
    </message>
    <message>
        <source>&quot;convert&quot; needs the file to read and the file to write.</source>
        <translation>Команде «convert» нужны файл, который читать, и файл, который писать.</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;; there are run, serve, list, check, grade and convert.</source>
        <translation>Команды «%1» нет; есть run, serve, list, check, grade и convert.</translation>
    </message>
    <message>
        <source>How long the capture may become, such as 500MiB; 1GiB unless set.</source>
        <translation>До какого размера может вырасти запись, например 500MiB; если не задано, 1GiB.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no size of a capture; it is at least 1MiB, such as 500MiB or 2GiB.</source>
        <translation>«%1» — не размер записи; это не меньше 1MiB, например 500MiB или 2GiB.</translation>
    </message>
    <message>
        <source>run LESSON: play a lesson (its name or its file) without a window and print the scorecard. serve: server and wire only, for browsers and other clients. list: the lessons. check FILE...: names the faults of lessons. grade FILE...: a table of the scores of attempts. convert FROM TO...: traffic in other formats. A file of traffic, a lesson&apos;s file, or nothing: the window.</source>
        <translation>run УРОК: проиграть урок (его имя или файл) без окна и напечатать сводку. serve: только сервер и провод, для браузеров и других клиентов. list: список уроков. check ФАЙЛ...: назвать ошибки в уроках. grade ФАЙЛ...: таблица оценок за попытки. convert ОТКУДА КУДА...: трафик в других форматах. Файл трафика, файл урока или ничего: окно.</translation>
    </message>
    <message>
        <source>There is no file &quot;%1&quot; to open; is its path right?</source>
        <translation>Файла «%1» нет, открыть нечего; верен ли путь?</translation>
    </message>
</context>
<context>
    <name>wiretale::Duration</name>
    <message>
        <source>%1 us</source>
        <translation>%1 мкс</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
</context>
<context>
    <name>wiretale::Endpoint</name>
    <message>
        <source>&quot;%1&quot; is a whole number, not &quot;%2&quot;.</source>
        <translation>«%1» — целое число, а не «%2».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is 204, 304 or 200, not &quot;%2&quot;.</source>
        <translation>«%1» — это 204, 304 или 200, а не «%2».</translation>
    </message>
    <message>
        <source>An event is sent as &quot;Content-Type: application/json&quot;, not encoded.</source>
        <translation>Событие отправляют с «Content-Type: application/json», без сжатия.</translation>
    </message>
    <message>
        <source>This address is for a WebSocket&apos;s handshake.</source>
        <translation>Этот адрес — для рукопожатия WebSocket.</translation>
    </message>
    <message>
        <source>This server speaks version 13 of the WebSocket protocol.</source>
        <translation>Этот сервер говорит на версии 13 протокола WebSocket.</translation>
    </message>
    <message>
        <source>&quot;Sec-WebSocket-Key&quot; is 16 bytes in Base64.</source>
        <translation>«Sec-WebSocket-Key» — это 16 байт в Base64.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is 0 or 1, not &quot;%2&quot;.</source>
        <translation>«%1» — это 0 или 1, а не «%2».</translation>
    </message>
</context>
<context>
    <name>wiretale::Engine</name>
    <message>
        <source>Port %1 is in use; the wire listens on port %2 instead.</source>
        <translation>Порт %1 занят; провод слушает порт %2.</translation>
    </message>
</context>
<context>
    <name>wiretale::Event</name>
    <message>
        <source>This is not JSON: %1 at byte %2.</source>
        <translation>Это не JSON: %1 на байте %2.</translation>
    </message>
    <message>
        <source>An event is a JSON object; this is something else.</source>
        <translation>Событие — объект JSON; это что-то другое.</translation>
    </message>
    <message>
        <source>An event needs the member &quot;data&quot;, a string.</source>
        <translation>Событию нужно поле «data», строка.</translation>
    </message>
    <message>
        <source>An event&apos;s &quot;type&quot; is a string of one line that is not empty.</source>
        <translation>Поле «type» события — непустая строка без переносов.</translation>
    </message>
    <message>
        <source>An event&apos;s &quot;id&quot; is a whole number.</source>
        <translation>Поле «id» события — целое число.</translation>
    </message>
</context>
<context>
    <name>wiretale::EventServer</name>
    <message>
        <source>The server cannot listen on port %1 of this machine: %2.</source>
        <translation>Сервер не может слушать порт %1 этой машины: %2.</translation>
    </message>
    <message>
        <source>This method is not for this address; see the header &quot;Allow&quot;.</source>
        <translation>Этот метод не годится для этого адреса; смотрите заголовок «Allow».</translation>
    </message>
    <message>
        <source>There is nothing at this address.</source>
        <translation>По этому адресу ничего нет.</translation>
    </message>
</context>
<context>
    <name>wiretale::EventSourceClient</name>
    <message>
        <source>The server sent %1 where an event stream was asked for.</source>
        <translation>Сервер прислал %1, а запрошен был поток событий.</translation>
    </message>
    <message>
        <source>The event stream was refused with status %1.</source>
        <translation>В потоке событий отказано, код ответа %1.</translation>
    </message>
    <message>
        <source>The event stream broke: %1.</source>
        <translation>Поток событий оборвался: %1.</translation>
    </message>
    <message>
        <source>The stream sent an event whose id is no number: %1</source>
        <translation>В потоке пришло событие, чей id не число: %1</translation>
    </message>
    <message>
        <source>The stream sent an event that does not end.</source>
        <translation>В потоке пришло событие, которое никак не кончается.</translation>
    </message>
</context>
<context>
    <name>wiretale::Explanation</name>
    <message>
        <source>It never arrived: the other side was gone, or the connection was cut.</source>
        <translation>Сообщение так и не прибыло: другой стороны уже не было или соединение оборвали.</translation>
    </message>
    <message>
        <source>It breaks the syntax of its protocol, and was carried on as it was.</source>
        <translation>Оно нарушает синтаксис своего протокола, и провод передал его как есть.</translation>
    </message>
    <message>
        <source>It is still on its way.</source>
        <translation>Оно ещё в пути.</translation>
    </message>
    <message numerus="yes">
        <source>This client has %n other connection(s) open, which are busy or serve something else, so it needs one more.</source>
        <translation>
            <numerusform>У этого клиента открыто ещё %n соединение, но оно занято или служит другому, поэтому нужно новое.</numerusform>
            <numerusform>У этого клиента открыто ещё %n соединения, но они заняты или служат другому, поэтому нужно новое.</numerusform>
            <numerusform>У этого клиента открыто ещё %n соединений, но они заняты или служат другому, поэтому нужно новое.</numerusform>
        </translation>
    </message>
    <message>
        <source>This client&apos;s connection before it closed %1 earlier, so it needs a new one to go on.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Прежнее соединение этого клиента закрылось %1 назад, и чтобы продолжать, ему нужно новое.</translation>
    </message>
    <message>
        <source>The client has something to ask, and no connection was there yet to ask it on.</source>
        <translation>Клиенту есть о чём спросить, а соединения для этого ещё не было.</translation>
    </message>
    <message>
        <source>It follows the other side&apos;s end, %1 earlier: now the connection is gone in both directions.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Оно следует за концом другой стороны, который был %1 назад: теперь соединения нет в обе стороны.</translation>
    </message>
    <message>
        <source>Not one byte was sent on this connection before it.</source>
        <translation>До него по этому соединению не прошло ни одного байта.</translation>
    </message>
    <message>
        <source>A request sent %1 earlier was still waiting for its answer, which is given up with the connection.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Запрос, посланный %1 назад, всё ещё ждал ответа; вместе с соединением отказываются и от ответа.</translation>
    </message>
    <message>
        <source>The answer that departed %1 earlier had said that the connection would not be used again.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>В ответе, который ушёл %1 назад, было сказано, что соединение больше не понадобится.</translation>
    </message>
    <message>
        <source>The last message on this connection departed %1 earlier; whoever closes need not say why.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Последнее сообщение по этому соединению ушло %1 назад; кто закрывает, не обязан объяснять почему.</translation>
    </message>
    <message>
        <source>It carries no bytes of a message, but whoever wants to talk again pays a round trip for a new connection.</source>
        <translation>Байтов сообщения оно не несёт, но кто захочет говорить снова, заплатит за новое соединение дорогой туда и обратно.</translation>
    </message>
    <message>
        <source>A connection opens</source>
        <translation>Соединение открывается</translation>
    </message>
    <message>
        <source>The client opens a TCP connection to the server; nothing can be asked before it stands.</source>
        <translation>Клиент открывает TCP-соединение с сервером; пока его нет, спросить ни о чём нельзя.</translation>
    </message>
    <message>
        <source>It carries no bytes of a message, but costs the way there and back before the client may speak.</source>
        <translation>Байтов сообщения оно не несёт, но стоит дороги туда и обратно, прежде чем клиент сможет заговорить.</translation>
    </message>
    <message>
        <source>It carries no bytes of a message, but took %1 to the server, and the client may speak only when the way back is behind it, too.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Байтов сообщения оно не несёт, но шло до сервера %1, а клиент сможет заговорить только после обратной дороги.</translation>
    </message>
    <message>
        <source>A connection breaks off</source>
        <translation>Соединение обрывается</translation>
    </message>
    <message>
        <source>A connection closes</source>
        <translation>Соединение закрывается</translation>
    </message>
    <message>
        <source>The connection was torn down by a reset, not ended in order; what was still on its way may be lost.</source>
        <translation>Соединение разорвано сбросом, а не закрыто по порядку; то, что было в пути, могло пропасть.</translation>
    </message>
    <message>
        <source>The client ends its side of the connection and will send nothing more.</source>
        <translation>Клиент заканчивает соединение со своей стороны и больше ничего не пошлёт.</translation>
    </message>
    <message>
        <source>The server ends its side of the connection and will send nothing more.</source>
        <translation>Сервер заканчивает соединение со своей стороны и больше ничего не пошлёт.</translation>
    </message>
    <message>
        <source>A fault of the link</source>
        <translation>Сбой связи</translation>
    </message>
    <message>
        <source>The link between client and server did something to a message or a connection; neither side sent this.</source>
        <translation>Связь между клиентом и сервером что-то сделала с сообщением или соединением; ни одна из сторон этого не посылала.</translation>
    </message>
    <message>
        <source>It happens now because a fault was asked for, by hand or by the lesson.</source>
        <translation>Это происходит сейчас, потому что сбой заказали: вручную или по сценарию урока.</translation>
    </message>
    <message>
        <source>It carries no bytes itself; what it costs shows in who notices, how late, and what has to be sent again.</source>
        <translation>Сам он байтов не несёт; его цена видна в том, кто его заметит, насколько поздно и что придётся слать заново.</translation>
    </message>
    <message>
        <source>Other bytes</source>
        <translation>Другие байты</translation>
    </message>
    <message>
        <source>The client sent bytes that are no message of a protocol known here, or only a part of one.</source>
        <translation>Клиент послал байты, которые не складываются в сообщение известного здесь протокола или составляют лишь его часть.</translation>
    </message>
    <message>
        <source>The server sent bytes that are no message of a protocol known here, or only a part of one.</source>
        <translation>Сервер послал байты, которые не складываются в сообщение известного здесь протокола или составляют лишь его часть.</translation>
    </message>
    <message>
        <source>It takes %1 on the wire and carries no event.</source>
        <extracomment>%1 is a size such as &quot;163 bytes&quot;</extracomment>
        <translation>На проводе это %1, и ни одного события.</translation>
    </message>
    <message>
        <source>It takes %1 on the wire, carries no event, and travelled for %2.</source>
        <extracomment>%1 is a size such as &quot;163 bytes&quot;, %2 a length of time</extracomment>
        <translation>На проводе это %1, ни одного события, в пути %2.</translation>
    </message>
    <message>
        <source>It takes %1 on the wire, of which %2 are the news itself, and %3 passed between publishing and arrival.</source>
        <extracomment>%1 and %2 are sizes such as &quot;163 bytes&quot;, %3 a length of time</extracomment>
        <translation>На проводе это %1, из них сама новость — %2; от публикации до прибытия прошло %3.</translation>
    </message>
    <message>
        <source>It takes %1 on the wire, of which %2 are what it carries, and travelled for %3.</source>
        <extracomment>%1 and %2 are sizes such as &quot;163 bytes&quot;, %3 a length of time</extracomment>
        <translation>На проводе это %1, из них само содержимое — %2; в пути %3.</translation>
    </message>
    <message>
        <source>It takes %1 on the wire, of which %2 are what it carries.</source>
        <extracomment>%1 and %2 are sizes such as &quot;163 bytes&quot;</extracomment>
        <translation>На проводе это %1, из них само содержимое — %2.</translation>
    </message>
    <message>
        <source>The request that it answers was not seen on this connection.</source>
        <translation>Запроса, на который это отвечает, на этом соединении не видели.</translation>
    </message>
    <message>
        <source>The server sent it %1 after the request had reached it.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Сервер послал это через %1 после того, как до него дошёл запрос.</translation>
    </message>
    <message>
        <source>It takes %1 on the wire and carries no event; four bytes are the mask that every client has to use.</source>
        <extracomment>%1 is a size such as &quot;163 bytes&quot;</extracomment>
        <translation>На проводе это %1 и ни одного события; четыре байта — маска, обязательная для каждого клиента.</translation>
    </message>
    <message>
        <source>It takes %1 on the wire, of which %2 are what it carries and four bytes the mask that every client has to use.</source>
        <extracomment>%1 and %2 are sizes such as &quot;163 bytes&quot;</extracomment>
        <translation>На проводе это %1, из них содержимое — %2, а четыре байта — маска, обязательная для каждого клиента.</translation>
    </message>
    <message>
        <source>The beginning of a WebSocket frame that is too long to be shown in one piece; the rest follows.</source>
        <translation>Начало кадра WebSocket, слишком длинного, чтобы показать его целиком; остальное идёт следом.</translation>
    </message>
    <message>
        <source>A WebSocket message that tells the client that events it missed are gone: the server&apos;s log keeps the newest only.</source>
        <translation>Сообщение WebSocket, которое говорит клиенту, что пропущенных событий больше нет: журнал сервера хранит только новейшие.</translation>
    </message>
    <message numerus="yes">
        <source>A WebSocket message is complete with this frame; it brings %n event(s): %1.</source>
        <extracomment>%1 are the numbers of events, such as &quot;4, 6, 9&quot;</extracomment>
        <translation>
            <numerusform>С этим кадром сообщение WebSocket закончено; оно приносит %n событие: %1.</numerusform>
            <numerusform>С этим кадром сообщение WebSocket закончено; оно приносит %n события: %1.</numerusform>
            <numerusform>С этим кадром сообщение WebSocket закончено; оно приносит %n событий: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>A WebSocket frame with binary data; what the bytes mean, the two sides have agreed between them.</source>
        <translation>Кадр WebSocket с двоичными данными; о смысле байтов стороны договорились между собой.</translation>
    </message>
    <message>
        <source>A fragment of a WebSocket message; further frames belong to it.</source>
        <translation>Часть сообщения WebSocket; к нему относятся и следующие кадры.</translation>
    </message>
    <message>
        <source>A WebSocket frame with text in UTF-8 that ends a message.</source>
        <translation>Кадр WebSocket с текстом в UTF-8, которым заканчивается сообщение.</translation>
    </message>
    <message>
        <source>The client has something to say and says it now, on the same connection that brings it news.</source>
        <translation>Клиенту есть что сказать, и он говорит это сразу, по тому же соединению, что приносит ему новости.</translation>
    </message>
    <message>
        <source>The server sends it of its own accord: on a WebSocket nobody has to ask.</source>
        <translation>Сервер посылает его сам: в WebSocket никому не нужно спрашивать.</translation>
    </message>
    <message>
        <source>It was published %1 earlier, before this connection&apos;s handshake, and is sent from the server&apos;s log.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Событие опубликовано %1 назад, ещё до рукопожатия этого соединения, и послано из журнала сервера.</translation>
    </message>
    <message>
        <source>It left %1 after its publishing: on a WebSocket nobody has to ask and nothing has to wait.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Он отправился через %1 после публикации: в WebSocket никому не нужно спрашивать и нечего ждать.</translation>
    </message>
    <message>
        <source>A fragment of a message</source>
        <translation>Часть сообщения</translation>
    </message>
    <message>
        <source>A WebSocket frame</source>
        <translation>Кадр WebSocket</translation>
    </message>
    <message>
        <source>A ping: are you there?</source>
        <translation>Ping: ты здесь?</translation>
    </message>
    <message>
        <source>A control frame that the other side has to answer with a pong; it carries no message.</source>
        <translation>Управляющий кадр, на который другая сторона должна ответить кадром pong; сообщения он не несёт.</translation>
    </message>
    <message>
        <source>The interval of heartbeats ran out, %1 after the ping before; so a dead connection is noticed, and a live one is not cut for being silent.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Вышло время между сердцебиениями: с прошлого ping прошло %1; так мёртвое соединение замечают, а живое не рвут за молчание.</translation>
    </message>
    <message>
        <source>It is the first on this connection: so a dead connection is noticed, and a live one is not cut for being silent.</source>
        <translation>Он первый на этом соединении: так мёртвое соединение замечают, а живое не рвут за молчание.</translation>
    </message>
    <message>
        <source>A pong: I am here</source>
        <translation>Pong: я здесь</translation>
    </message>
    <message>
        <source>The answer to a ping: it gives back what the ping carried and nothing else.</source>
        <translation>Ответ на ping: возвращает то, что нёс ping, и ничего больше.</translation>
    </message>
    <message>
        <source>The ping was sent %1 earlier, and a pong has to follow as soon as it can.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Ping послали %1 назад, и pong должен последовать как можно скорее.</translation>
    </message>
    <message>
        <source>Nobody asked for it: a pong without a ping is allowed, as a heartbeat in one direction.</source>
        <translation>Его никто не просил: pong без ping разрешён, как сердцебиение в одну сторону.</translation>
    </message>
    <message>
        <source>One side of the WebSocket says goodbye, without giving a reason.</source>
        <translation>Одна сторона WebSocket прощается, не называя причины.</translation>
    </message>
    <message>
        <source>One side of the WebSocket says goodbye with code 1000: all is well, there is no more to say.</source>
        <translation>Одна сторона WebSocket прощается с кодом 1000: всё хорошо, сказать больше нечего.</translation>
    </message>
    <message>
        <source>One side of the WebSocket says goodbye with code %1, which names the reason.</source>
        <extracomment>%1 is a code such as 1002</extracomment>
        <translation>Одна сторона WebSocket прощается с кодом %1, который называет причину.</translation>
    </message>
    <message>
        <source>The WebSocket closes</source>
        <translation>WebSocket закрывается</translation>
    </message>
    <message>
        <source>It answers the other side&apos;s close frame, sent %1 earlier; now the connection can go.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Это ответ на закрывающий кадр другой стороны, посланный %1 назад; теперь соединение может уйти.</translation>
    </message>
    <message>
        <source>It comes first, and the other side has to answer with a close frame of its own before the connection goes.</source>
        <translation>Он первый, и другая сторона должна ответить своим закрывающим кадром, прежде чем соединение уйдёт.</translation>
    </message>
    <message>
        <source>A frame of no known kind</source>
        <translation>Кадр неизвестного вида</translation>
    </message>
    <message>
        <source>A WebSocket frame with opcode %1, which the standard keeps for later: whoever gets it has to end the connection.</source>
        <extracomment>%1 is a number from 3 to 15</extracomment>
        <translation>Кадр WebSocket с кодом операции %1, который стандарт оставил на будущее: кто его получил, должен закончить соединение.</translation>
    </message>
    <message>
        <source>The client asks the server whether there is news.</source>
        <translation>Клиент спрашивает сервер, есть ли новости.</translation>
    </message>
    <message>
        <source>The client asks whether there is news; it has seen no event yet.</source>
        <translation>Клиент спрашивает, есть ли новости; ни одного события он ещё не видел.</translation>
    </message>
    <message>
        <source>The client asks whether there is news; the last event it saw is %1.</source>
        <extracomment>%1 is the number of an event</extracomment>
        <translation>Клиент спрашивает, есть ли новости; последнее событие, которое он видел, — %1.</translation>
    </message>
    <message>
        <source>The question before it, %1 earlier, never got its answer, so the client asks again.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Прошлый вопрос, заданный %1 назад, остался без ответа, и клиент спрашивает снова.</translation>
    </message>
    <message>
        <source>It was due before, but the answer to the poll before it came only now, %1 after that poll.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Ему пора было уйти раньше, но ответ на прошлый опрос пришёл только сейчас, через %1 после того опроса.</translation>
    </message>
    <message>
        <source>The interval between two polls ran out, %1 after the poll before.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Вышел промежуток между двумя опросами: с прошлого опроса прошло %1.</translation>
    </message>
    <message>
        <source>The interval between two polls ran out, %1 after the poll before; for this client it is poll number %2.</source>
        <extracomment>%1 is a length of time, %2 says which poll this is, counted from 1</extracomment>
        <translation>Вышел промежуток между двумя опросами: с прошлого опроса прошло %1; у этого клиента это опрос номер %2.</translation>
    </message>
    <message>
        <source>The question before it was answered with status %1, so the client waited for %2 before it tried again.</source>
        <extracomment>%1 is a status such as 503, %2 a length of time</extracomment>
        <translation>На прошлый вопрос ответили кодом %1, и клиент подождал %2, прежде чем попробовать снова.</translation>
    </message>
    <message>
        <source>The question before it ran out of time without news; that answer came %1 earlier, and the client asks again at once.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>У прошлого вопроса вышло время, а новостей не было; тот ответ пришёл %1 назад, и клиент сразу спрашивает снова.</translation>
    </message>
    <message>
        <source>The answer with news came %1 earlier, and the client asks again at once, for without a waiting question the server cannot speak.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Ответ с новостями пришёл %1 назад, и клиент сразу спрашивает снова: без ждущего вопроса сервер не может заговорить.</translation>
    </message>
    <message>
        <source>It takes %1 on the wire and keeps a connection busy: the server has been holding it for %2 and has not answered yet.</source>
        <extracomment>%1 is a size such as &quot;163 bytes&quot;, %2 a length of time</extracomment>
        <translation>На проводе это %1, и соединение занято: сервер держит запрос уже %2 и ещё не ответил.</translation>
    </message>
    <message>
        <source>It takes %1 on the wire and kept a connection busy while the server held it for %2.</source>
        <extracomment>%1 is a size such as &quot;163 bytes&quot;, %2 a length of time</extracomment>
        <translation>На проводе это %1, и соединение было занято, пока сервер держал запрос: %2.</translation>
    </message>
    <message>
        <source>The client asks for news, and the server may hold the question until there is some.</source>
        <translation>Клиент спрашивает о новостях, и сервер может держать вопрос, пока они не появятся.</translation>
    </message>
    <message>
        <source>The client, which has seen no event yet, asks for news, and the server may hold the question for up to %1.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Клиент, который ещё не видел ни одного события, спрашивает о новостях, и сервер может держать вопрос до %1.</translation>
    </message>
    <message>
        <source>The client asks for what comes after event %1, and the server may hold the question for up to %2.</source>
        <extracomment>%1 is the number of an event, %2 a length of time</extracomment>
        <translation>Клиент просит то, что идёт после события %1, и сервер может держать вопрос до %2.</translation>
    </message>
    <message>
        <source>A poll: is there news?</source>
        <translation>Опрос: есть ли новости?</translation>
    </message>
    <message>
        <source>A long poll: call me when there is news</source>
        <translation>Длинный опрос: позови, когда будут новости</translation>
    </message>
    <message>
        <source>Another stream of this client has not ended; each of them keeps a connection of its own.</source>
        <translation>Другой поток этого клиента ещё не кончился; каждый из них занимает своё соединение.</translation>
    </message>
    <message>
        <source>The client&apos;s stream before it ended %1 earlier; when its time to reconnect ran out, the client came back by itself.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Прошлый поток этого клиента кончился %1 назад; когда вышла пауза перед повтором, клиент вернулся сам.</translation>
    </message>
    <message>
        <source>It takes %1 on the wire, paid once: what follows on the connection needs no request.</source>
        <extracomment>%1 is a size such as &quot;163 bytes&quot;</extracomment>
        <translation>На проводе это %1, и платят за это один раз: то, что придёт по соединению дальше, запросов не требует.</translation>
    </message>
    <message>
        <source>A subscription to a stream</source>
        <translation>Подписка на поток</translation>
    </message>
    <message>
        <source>The client subscribes to the stream of events and says with Last-Event-ID that it has seen everything up to event %1.</source>
        <extracomment>%1 is the number of an event; Last-Event-ID is the name of a header</extracomment>
        <translation>Клиент подписывается на поток событий и заголовком Last-Event-ID говорит, что видел всё до события %1.</translation>
    </message>
    <message>
        <source>The client subscribes: it asks once, for an answer that does not end and brings events as they happen.</source>
        <translation>Клиент подписывается: спрашивает один раз, а ответ не кончается и приносит события, когда они происходят.</translation>
    </message>
    <message>
        <source>Every WebSocket begins with such a request, so that it can pass wherever HTTP passes.</source>
        <translation>С такого запроса начинается каждый WebSocket, чтобы пройти везде, где проходит HTTP.</translation>
    </message>
    <message>
        <source>WebSocket itself does not reconnect: this client opens a new one of its own accord, %1 after its handshake before.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Сам WebSocket заново не соединяется: этот клиент открывает новый по своей воле, через %1 после прошлого рукопожатия.</translation>
    </message>
    <message>
        <source>The handshake: may we change over?</source>
        <translation>Рукопожатие: можно перейти?</translation>
    </message>
    <message>
        <source>The client asks to turn this HTTP connection into a WebSocket, on which both sides may speak whenever they like.</source>
        <translation>Клиент просит превратить это соединение HTTP в WebSocket, где обе стороны говорят когда захотят.</translation>
    </message>
    <message>
        <source>The client asks for something that the server has, such as a page, and changes nothing by asking.</source>
        <translation>Клиент просит то, что есть у сервера, например страницу, и своей просьбой ничего не меняет.</translation>
    </message>
    <message>
        <source>It was sent because somebody wants it now: the server can only answer, never begin.</source>
        <translation>Он послан, потому что кому-то это нужно сейчас: сервер умеет только отвечать, но не начинать.</translation>
    </message>
    <message>
        <source>The client asks for the headers of an answer without its content.</source>
        <translation>Клиент просит заголовки ответа без его содержимого.</translation>
    </message>
    <message>
        <source>So it learns whether something is there, or has changed, without fetching it.</source>
        <translation>Так он узнаёт, есть ли там что-то и изменилось ли оно, ничего не скачивая.</translation>
    </message>
    <message>
        <source>The client sends something of its own to the server, in the body of an ordinary request.</source>
        <translation>Клиент посылает серверу что-то своё в теле обычного запроса.</translation>
    </message>
    <message>
        <source>It had something to say just now, and the answers and streams that bring it news run one way only.</source>
        <translation>Ему только что стало что сказать, а ответы и потоки, которые приносят новости, идут в одну сторону.</translation>
    </message>
    <message>
        <source>The client sends a request with a method that none of the ways to learn news needs.</source>
        <translation>Клиент посылает запрос с методом, который не нужен ни одному из способов узнавать новости.</translation>
    </message>
    <message>
        <source>Whatever program is connected to the wire decided to send it now.</source>
        <translation>Послать его сейчас решила та программа, которая подключена к проводу.</translation>
    </message>
    <message>
        <source>A request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Its head takes %1 on the wire; its body follows in pieces that cost extra.</source>
        <extracomment>%1 is a size such as &quot;163 bytes&quot;</extracomment>
        <translation>Его заголовок занимает на проводе %1; тело идёт следом частями и стоит отдельно.</translation>
    </message>
    <message>
        <source>It is this client&apos;s first question of the kind.</source>
        <translation>Это первый такой вопрос этого клиента.</translation>
    </message>
    <message>
        <source>This client&apos;s question before it lies too far back to be looked up.</source>
        <translation>Прошлый вопрос этого клиента слишком далеко, чтобы его искать.</translation>
    </message>
    <message>
        <source>The handshake is granted</source>
        <translation>Рукопожатие принято</translation>
    </message>
    <message>
        <source>Status 101: from the next byte on this connection speaks WebSocket, and no longer HTTP.</source>
        <translation>Код 101: со следующего байта это соединение говорит на WebSocket, а не на HTTP.</translation>
    </message>
    <message>
        <source>An interim answer</source>
        <translation>Промежуточный ответ</translation>
    </message>
    <message>
        <source>Status %1 says that the server has begun; the answer itself is still to come.</source>
        <extracomment>%1 is a status such as 100</extracomment>
        <translation>Код %1 говорит, что сервер начал; сам ответ ещё впереди.</translation>
    </message>
    <message>
        <source>An error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Status %1: the server finds fault with the request and does not serve it.</source>
        <extracomment>%1 is a status such as 404</extracomment>
        <translation>Код %1: сервер нашёл в запросе ошибку и не выполняет его.</translation>
    </message>
    <message>
        <source>Status %1: the server could not serve a request that may be right.</source>
        <translation>Код %1: сервер не смог выполнить запрос, который может быть и верным.</translation>
    </message>
    <message>
        <source>The server tells the client that events it asked for are gone: its log keeps the newest only, and the client was away for too long.</source>
        <translation>Сервер сообщает клиенту, что событий, о которых тот просил, больше нет: журнал хранит только новейшие, а клиента не было слишком долго.</translation>
    </message>
    <message>
        <source>It was sent when the event was published: the server had held the question for %1.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Он послан, когда событие опубликовали: сервер держал вопрос %1.</translation>
    </message>
    <message>
        <source>The news was there before the question and had waited %1 at the server; it was sent as soon as the client asked.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Новость была раньше вопроса и ждала на сервере %1; её послали, как только клиент спросил.</translation>
    </message>
    <message>
        <source>The question finds news: this answer brings event %1.</source>
        <extracomment>%1 is the number of an event</extracomment>
        <translation>Вопрос застал новости: этот ответ приносит событие %1.</translation>
    </message>
    <message numerus="yes">
        <source>The question finds news: this answer brings %n event(s) at once, %1.</source>
        <extracomment>%1 are the numbers of the events, such as &quot;4, 6, 9&quot;</extracomment>
        <translation>
            <numerusform>Вопрос застал новости: этот ответ приносит сразу %n событие, %1.</numerusform>
            <numerusform>Вопрос застал новости: этот ответ приносит сразу %n события, %1.</numerusform>
            <numerusform>Вопрос застал новости: этот ответ приносит сразу %n событий, %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>An answer with news</source>
        <translation>Ответ с новостями</translation>
    </message>
    <message>
        <source>The stream begins</source>
        <translation>Поток начинается</translation>
    </message>
    <message>
        <source>Status 200 with the type text/event-stream accepts the subscription: the body of this answer stays open and brings one event after another.</source>
        <translation>Код 200 с типом text/event-stream принимает подписку: тело этого ответа остаётся открытым и приносит событие за событием.</translation>
    </message>
    <message>
        <source>These headers take %1 on the wire and are paid once for the whole stream.</source>
        <extracomment>%1 is a size such as &quot;163 bytes&quot;</extracomment>
        <translation>Эти заголовки занимают на проводе %1, и платят за них один раз на весь поток.</translation>
    </message>
    <message>
        <source>The head of an answer in portions</source>
        <translation>Начало ответа по частям</translation>
    </message>
    <message>
        <source>Status %1 and the headers go ahead; the body follows in portions, and the last of them ends the answer.</source>
        <extracomment>%1 is a status such as 200</extracomment>
        <translation>Код %1 и заголовки идут вперёд; тело следует частями, и последняя из них завершает ответ.</translation>
    </message>
    <message>
        <source>Do not come back</source>
        <translation>Больше не приходи</translation>
    </message>
    <message>
        <source>Status 204 in answer to a subscription tells the client to stop: it will not reconnect.</source>
        <translation>Код 204 в ответ на подписку велит клиенту остановиться: заново он не соединится.</translation>
    </message>
    <message>
        <source>Status %1 sends the client elsewhere, or back to the copy that it has.</source>
        <extracomment>%1 is a status such as 301</extracomment>
        <translation>Код %1 отсылает клиента в другое место или к копии, которая у него уже есть.</translation>
    </message>
    <message>
        <source>Status %1: the server did what the request asked for.</source>
        <extracomment>%1 is a status such as 200</extracomment>
        <translation>Код %1: сервер сделал то, о чём просил запрос.</translation>
    </message>
    <message>
        <source>The server sent it after %1 of preparing, and the connection stays open for the next request.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Сервер послал его, подготовив за %1, и соединение остаётся открытым для следующего запроса.</translation>
    </message>
    <message>
        <source>The server sent it after %1 of preparing, and the connection ends with it.</source>
        <translation>Сервер послал его, подготовив за %1, и вместе с ним кончается соединение.</translation>
    </message>
    <message>
        <source>An answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>The last portion of an answer in which no news came: it only says that the answer is complete.</source>
        <translation>Последняя часть ответа, в который новостей не попало: она лишь говорит, что ответ закончен.</translation>
    </message>
    <message>
        <source>No news: status 204 answers the question and has no content at all.</source>
        <translation>Новостей нет: код 204 отвечает на вопрос и совсем не имеет содержимого.</translation>
    </message>
    <message>
        <source>No news: status 304 says that nothing changed since the answer that the client already has.</source>
        <translation>Новостей нет: код 304 говорит, что с ответа, который у клиента уже есть, ничего не изменилось.</translation>
    </message>
    <message>
        <source>No news: status %1 answers the question, and what it carries is an empty list.</source>
        <extracomment>%1 is a status such as 200</extracomment>
        <translation>Новостей нет: код %1 отвечает на вопрос, а несёт он пустой список.</translation>
    </message>
    <message>
        <source>The server held the question for %1 until its time ran out, and answers now, before something between them cuts a connection that seems dead.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Сервер держал вопрос %1, пока не вышло время, и отвечает сейчас, раньше чем кто-нибудь между ними разорвёт соединение, похожее на мёртвое.</translation>
    </message>
    <message>
        <source>A poll is answered at once, here after %1, whether something happened or not.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>На опрос отвечают сразу (здесь через %1), произошло что-то или нет.</translation>
    </message>
    <message>
        <source>It takes %1 on the wire; with its question, %2 were spent on no news.</source>
        <extracomment>%1 and %2 are sizes such as &quot;163 bytes&quot;</extracomment>
        <translation>На проводе это %1; вместе с вопросом на отсутствие новостей ушло %2.</translation>
    </message>
    <message>
        <source>It takes %1 on the wire; it is empty answer number %2 in a row for this client, and with their questions they took %3.</source>
        <extracomment>%1 and %3 are sizes such as &quot;163 bytes&quot;, %2 is a number from 2 on</extracomment>
        <translation>На проводе это %1; у этого клиента это уже пустой ответ номер %2 подряд, и вместе с вопросами они заняли %3.</translation>
    </message>
    <message>
        <source>It takes %1 on the wire; it is at least empty answer number %2 in a row for this client, and with their questions they took %3.</source>
        <translation>На проводе это %1; у этого клиента это по меньшей мере пустой ответ номер %2 подряд, и вместе с вопросами они заняли %3.</translation>
    </message>
    <message>
        <source>An empty answer</source>
        <translation>Пустой ответ</translation>
    </message>
    <message>
        <source>The server sends it by itself: the answer is still open, and nobody has to ask.</source>
        <translation>Сервер посылает его сам: ответ ещё открыт, и спрашивать никому не нужно.</translation>
    </message>
    <message>
        <source>It was published %1 earlier, before the client had asked on this connection, and is sent from the server&apos;s log so that nothing is missed.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Событие опубликовано %1 назад, прежде чем клиент спросил по этому соединению, и послано из журнала сервера, чтобы ничего не пропало.</translation>
    </message>
    <message>
        <source>It left %1 after its publishing: the answer is still open, so nobody has to ask and nothing has to wait.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Оно отправилось через %1 после публикации: ответ ещё открыт, поэтому никому не нужно спрашивать и нечего ждать.</translation>
    </message>
    <message>
        <source>A portion with news</source>
        <translation>Часть с новостями</translation>
    </message>
    <message numerus="yes">
        <source>One chunk of an answer that goes on, with %n event(s) in it: %1.</source>
        <extracomment>%1 are the numbers of events, such as &quot;4, 6, 9&quot;</extracomment>
        <translation>
            <numerusform>Один кусок (chunk) ответа, который продолжается; в нём %n событие: %1.</numerusform>
            <numerusform>Один кусок (chunk) ответа, который продолжается; в нём %n события: %1.</numerusform>
            <numerusform>Один кусок (chunk) ответа, который продолжается; в нём %n событий: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last portion</source>
        <translation>Последняя часть</translation>
    </message>
    <message>
        <source>The end of the body of a request: the server has all of it now and can answer.</source>
        <translation>Конец тела запроса: теперь он у сервера целиком, и можно отвечать.</translation>
    </message>
    <message>
        <source>The server ends the stream in good order; the client will wait for a moment and subscribe again.</source>
        <translation>Сервер заканчивает поток по порядку; клиент немного подождёт и подпишется снова.</translation>
    </message>
    <message>
        <source>The end of an answer that came in portions: nothing more belongs to it, and the next request may come.</source>
        <translation>Конец ответа, который шёл частями: больше к нему ничего не относится, и может прийти следующий запрос.</translation>
    </message>
    <message>
        <source>A portion</source>
        <translation>Часть</translation>
    </message>
    <message>
        <source>A further stretch of a WebSocket frame that is too long to be shown in one piece.</source>
        <translation>Продолжение кадра WebSocket, слишком длинного, чтобы показать его целиком.</translation>
    </message>
    <message>
        <source>A stretch of the body of a request; its head went ahead.</source>
        <translation>Отрезок тела запроса; заголовок ушёл раньше.</translation>
    </message>
    <message>
        <source>A stretch of the body of an answer; where it is cut means nothing, for a chunk is not a message.</source>
        <translation>Отрезок тела ответа; где его разрезали, ничего не значит: кусок — это не сообщение.</translation>
    </message>
    <message>
        <source>When to come back</source>
        <translation>Когда вернуться</translation>
    </message>
    <message>
        <source>The server tells the client to wait for %1 before it reconnects when the stream breaks.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Сервер велит клиенту подождать %1, прежде чем соединяться заново, если поток оборвётся.</translation>
    </message>
    <message>
        <source>It is said at the beginning, for once the line is cut it is too late.</source>
        <translation>Об этом говорят в начале: когда линия оборвана, уже поздно.</translation>
    </message>
    <message>
        <source>The server tells the client that events it missed are gone: its log keeps the newest only, and the client was away for too long.</source>
        <translation>Сервер сообщает клиенту, что пропущенных событий больше нет: журнал хранит только новейшие, а клиента не было слишком долго.</translation>
    </message>
    <message>
        <source>One block of the event stream, ended by an empty line; it carries no event that this program knows by a number.</source>
        <translation>Один блок потока событий, законченный пустой строкой; события, которое эта программа знает по номеру, в нём нет.</translation>
    </message>
    <message>
        <source>Event %1, pushed down the open answer as a few lines of text that an empty line ends.</source>
        <extracomment>%1 is the number of an event</extracomment>
        <translation>Событие %1: несколько строк текста в открытом ответе, законченных пустой строкой.</translation>
    </message>
    <message>
        <source>A pushed event</source>
        <translation>Посланное событие</translation>
    </message>
    <message>
        <source>A heartbeat</source>
        <translation>Сердцебиение</translation>
    </message>
    <message>
        <source>A comment line of the event stream: no event, and every client ignores it.</source>
        <translation>Строка-комментарий в потоке событий: это не событие, и любой клиент её пропускает.</translation>
    </message>
    <message>
        <source>The interval of heartbeats ran out, %1 after the one before; it keeps proxies between from cutting a line that seems dead.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Вышло время между сердцебиениями: с прошлого прошло %1; так прокси по дороге не рвут линию, похожую на мёртвую.</translation>
    </message>
    <message>
        <source>The interval of heartbeats ran out for the first time on this connection; it keeps proxies between from cutting a line that seems dead.</source>
        <translation>Время между сердцебиениями вышло на этом соединении в первый раз; так прокси по дороге не рвут линию, похожую на мёртвую.</translation>
    </message>
    <message>
        <source>The client opens a TCP connection; nothing can be asked before it stands.</source>
        <translation>Клиент открывает TCP-соединение; пока его нет, спросить ни о чём нельзя.</translation>
    </message>
    <message>
        <source>It costs the way to the server and back before the first byte of a question may go.</source>
        <translation>Оно стоит дороги до сервера и обратно, прежде чем уйдёт первый байт вопроса.</translation>
    </message>
    <message>
        <source>One side ends its direction of a connection; when both have, it is gone.</source>
        <translation>Одна сторона заканчивает своё направление соединения; когда закончат обе, его не станет.</translation>
    </message>
    <message>
        <source>It carries no bytes, but the next question pays for a new connection.</source>
        <translation>Байтов оно не несёт, но за новое соединение заплатит следующий вопрос.</translation>
    </message>
    <message>
        <source>A client asks the server for something, with a line, some headers and perhaps a body.</source>
        <translation>Клиент о чём-то просит сервер: строкой, несколькими заголовками и, может быть, телом.</translation>
    </message>
    <message>
        <source>It costs those bytes again each time, whether there is news or not.</source>
        <translation>Эти байты он стоит каждый раз, есть новости или нет.</translation>
    </message>
    <message>
        <source>The server answers one request with a status, headers and what was asked for.</source>
        <translation>Сервер отвечает на один запрос кодом, заголовками и тем, о чём просили.</translation>
    </message>
    <message>
        <source>The headers are what it costs beyond the news in it.</source>
        <translation>Сверх самих новостей он стоит своих заголовков.</translation>
    </message>
    <message>
        <source>The answer to a poll that says that there is no news: 204, 304, or an empty list.</source>
        <translation>Ответ на опрос, который говорит, что новостей нет: 204, 304 или пустой список.</translation>
    </message>
    <message>
        <source>It is short but not free: with its question it takes hundreds of bytes to say nothing.</source>
        <translation>Он короткий, но не бесплатный: вместе с вопросом это сотни байтов, чтобы ничего не сказать.</translation>
    </message>
    <message>
        <source>A portion of an answer</source>
        <translation>Часть ответа</translation>
    </message>
    <message>
        <source>A piece of an answer that is sent bit by bit, while the rest is not there yet.</source>
        <translation>Кусок ответа, который посылают понемногу, пока остального ещё нет.</translation>
    </message>
    <message>
        <source>It costs a few bytes for its length; where it begins and ends means nothing to the program that reads it.</source>
        <translation>Он стоит нескольких байтов на свою длину; где он начинается и кончается, для читающей программы ничего не значит.</translation>
    </message>
    <message>
        <source>An event that the server sends down an open answer, without being asked again.</source>
        <translation>Событие, которое сервер посылает в открытом ответе, и спрашивать снова не нужно.</translation>
    </message>
    <message>
        <source>It costs little more than its own text, and one transit of time.</source>
        <translation>Оно стоит немногим больше своего текста и одной дороги.</translation>
    </message>
    <message>
        <source>A comment in an event stream that clients ignore.</source>
        <translation>Комментарий в потоке событий, который клиенты пропускают.</translation>
    </message>
    <message>
        <source>It costs a few bytes now and then, and keeps proxies from cutting a line on which nothing happens.</source>
        <translation>Он время от времени стоит нескольких байтов и не даёт прокси разорвать линию, на которой ничего не происходит.</translation>
    </message>
    <message>
        <source>A handshake</source>
        <translation>Рукопожатие</translation>
    </message>
    <message>
        <source>A request to change over from HTTP to WebSocket, and the answer 101 that grants it.</source>
        <translation>Запрос перейти с HTTP на WebSocket и ответ 101, который его принимает.</translation>
    </message>
    <message>
        <source>It is paid once for each connection.</source>
        <translation>За него платят один раз на соединение.</translation>
    </message>
    <message>
        <source>A frame</source>
        <translation>Кадр</translation>
    </message>
    <message>
        <source>A piece of a WebSocket message; both sides may send one whenever they like.</source>
        <translation>Кусок сообщения WebSocket; обе стороны посылают его когда захотят.</translation>
    </message>
    <message>
        <source>Its head costs 2 to 14 bytes, of which a client&apos;s mask takes four.</source>
        <translation>Его заголовок стоит от 2 до 14 байтов, из них четыре — маска клиента.</translation>
    </message>
    <message>
        <source>Ping, pong, close</source>
        <translation>Ping, pong, закрытие</translation>
    </message>
    <message>
        <source>Frames that keep up or end a WebSocket and carry no message of it.</source>
        <translation>Кадры, которые поддерживают или заканчивают WebSocket и сообщений не несут.</translation>
    </message>
    <message>
        <source>They cost a few bytes each; pings show that the other side is still there.</source>
        <translation>Каждый стоит нескольких байтов; ping показывает, что другая сторона ещё на месте.</translation>
    </message>
    <message>
        <source>Something went wrong: an error status, a broken connection, bytes that no protocol allows, or a fault of the link.</source>
        <translation>Что-то пошло не так: код ошибки, оборванное соединение, байты, которых не допускает ни один протокол, или сбой связи.</translation>
    </message>
    <message>
        <source>What it costs shows in what has to be asked or sent again.</source>
        <translation>Цена видна в том, что приходится спрашивать или слать заново.</translation>
    </message>
    <message>
        <source>Bytes that are no message of a protocol known here.</source>
        <translation>Байты, которые не складываются в сообщение известного здесь протокола.</translation>
    </message>
    <message>
        <source>They take their place on the wire like any others, and are carried on unchanged.</source>
        <translation>Они занимают место на проводе, как любые другие, и передаются без изменений.</translation>
    </message>
    <message>
        <source>A client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>This line is a client&apos;s time, from top to bottom; a message leaves or reaches it where it touches the line.</source>
        <translation>Эта линия — время клиента, сверху вниз; сообщение уходит или приходит там, где касается её.</translation>
    </message>
    <message>
        <source>A client alone begins: a server that speaks first needs a way that the client has opened for it.</source>
        <translation>Начинает только клиент: серверу, который хочет заговорить первым, нужна дорога, открытая клиентом.</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>This line is the server&apos;s time, from top to bottom; it is the same server in every lane.</source>
        <translation>Эта линия — время сервера, сверху вниз; на всех дорожках это один и тот же сервер.</translation>
    </message>
    <message>
        <source>What stands on it is what the server has to keep in mind for this client.</source>
        <translation>То, что стоит на ней, серверу приходится помнить об этом клиенте.</translation>
    </message>
    <message>
        <source>An open connection</source>
        <translation>Открытое соединение</translation>
    </message>
    <message>
        <source>The band behind the lifelines lasts as long as a TCP connection is open; two bands side by side are two connections.</source>
        <translation>Полоса за линиями жизни длится, пока открыто TCP-соединение; две полосы рядом — два соединения.</translation>
    </message>
    <message>
        <source>An open connection costs memory at both ends, and a browser opens six to a server over HTTP/1.1 at the most.</source>
        <translation>Открытое соединение стоит памяти на обоих концах, а браузер открывает к одному серверу по HTTP/1.1 не больше шести.</translation>
    </message>
    <message>
        <source>A request that waits</source>
        <translation>Запрос, который ждёт</translation>
    </message>
    <message>
        <source>The server has a request and has not answered yet, from the top of this bar to its bottom.</source>
        <translation>У сервера есть запрос, и он ещё не ответил: от верха этой полосы до её низа.</translation>
    </message>
    <message>
        <source>A poll is answered at once; a long poll is held until there is news or its time runs out, and keeps a connection busy as long as that.</source>
        <translation>На опрос отвечают сразу; длинный опрос держат до новостей или до конца его времени, и всё это время занято соединение.</translation>
    </message>
    <message>
        <source>An answer that goes on</source>
        <translation>Ответ, который продолжается</translation>
    </message>
    <message>
        <source>The server has begun its answer and goes on with it, portion by portion or event by event.</source>
        <translation>Сервер начал ответ и продолжает его: часть за частью или событие за событием.</translation>
    </message>
    <message>
        <source>While it lasts the connection can carry no other request, but what is published costs no new question.</source>
        <translation>Пока он длится, соединение не может нести другой запрос, зато опубликованное не требует нового вопроса.</translation>
    </message>
    <message>
        <source>A message on its way</source>
        <translation>Сообщение в пути</translation>
    </message>
    <message>
        <source>Its head is where its bytes are now: they have left and have not arrived.</source>
        <translation>Остриё там, где сейчас его байты: они ушли и ещё не прибыли.</translation>
    </message>
    <message>
        <source>The link holds it for its latency and for the time that its bytes need; nobody at the other end knows of it yet.</source>
        <translation>Связь держит его столько, сколько длится задержка и сколько времени нужно его байтам; на другом конце о нём ещё никто не знает.</translation>
    </message>
    <message>
        <source>A message that never arrived</source>
        <translation>Сообщение, которое не прибыло</translation>
    </message>
    <message>
        <source>It left, but the other side was gone, or the connection was cut under way.</source>
        <translation>Оно ушло, но другой стороны уже не было или соединение разорвали по дороге.</translation>
    </message>
    <message>
        <source>Its bytes were spent for nothing, and its sender does not learn of it by itself.</source>
        <translation>Его байты потрачены зря, и отправитель сам об этом не узнает.</translation>
    </message>
    <message>
        <source>Many messages</source>
        <translation>Много сообщений</translation>
    </message>
    <message>
        <source>Here so many messages lie close together that they are drawn as strokes, each in the colour of its kind.</source>
        <translation>Здесь так много сообщений рядом, что они нарисованы штрихами, каждый цветом своего вида.</translation>
    </message>
    <message>
        <source>Show a shorter time to see them one by one.</source>
        <translation>Покажите более короткое время, чтобы увидеть их по одному.</translation>
    </message>
    <message>
        <source>Time left out</source>
        <translation>Пропущенное время</translation>
    </message>
    <message>
        <source>Nothing departed or arrived for so long here that the diagram leaves out the time.</source>
        <translation>Здесь так долго ничего не уходило и не приходило, что диаграмма пропускает это время.</translation>
    </message>
    <message>
        <source>The waiting was real: it counts in all figures as it was.</source>
        <translation>Ожидание было настоящим: во всех показателях оно учтено как есть.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Everything above this line has happened, and what is in flight ends at it.</source>
        <translation>Всё выше этой линии уже произошло, а то, что в пути, кончается на ней.</translation>
    </message>
    <message>
        <source>It moves with the program&apos;s clock: slower or faster than the one on the wall, and not at all when paused.</source>
        <translation>Она движется по часам программы: медленнее или быстрее настенных, а на паузе стоит.</translation>
    </message>
    <message>
        <source>The time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Times on the program&apos;s clock, counted from the beginning of the recording.</source>
        <translation>Время по часам программы, считая от начала записи.</translation>
    </message>
    <message>
        <source>They are what the link and the timers make of them, however slowly the lesson is shown.</source>
        <translation>Таким его делают связь и таймеры, как бы медленно ни показывали урок.</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <extracomment>%1 is a number of microseconds</extracomment>
        <translation>%1 мкс</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>%1 is a number of milliseconds</extracomment>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>%1 is a number of seconds</extracomment>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>%1 is a number of minutes</extracomment>
        <translation>%1 мин</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n байт</numerusform>
            <numerusform>%n байта</numerusform>
            <numerusform>%n байтов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::Exporter</name>
    <message>
        <source>Capture for Wireshark</source>
        <translation>Захват для Wireshark</translation>
    </message>
    <message>
        <source>HTTP archive for browsers</source>
        <translation>Архив HTTP для браузеров</translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation>Таблица для электронных таблиц</translation>
    </message>
    <message>
        <source>One JSON object a line</source>
        <translation>По объекту JSON в строке</translation>
    </message>
    <message>
        <source>The ending of &quot;%1&quot; names no format; give it one of %2.</source>
        <extracomment>%1: a file&apos;s path; %2: a list of endings such as &quot;.har, .csv&quot;</extracomment>
        <translation>Окончание «%1» не называет формата; дайте одно из %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be created: %2. Choose a folder that exists and that you may write to.</source>
        <extracomment>%1: a file&apos;s path; %2: the system&apos;s reason, such as &quot;Permission denied&quot;</extracomment>
        <translation>Файл «%1» нельзя создать: %2. Выберите существующую папку, в которую вам разрешено писать.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written: %2. What was there before is unchanged; make room on the disk or choose another place.</source>
        <extracomment>%1: a file&apos;s path; %2: the system&apos;s reason, such as &quot;No space left on device&quot;</extracomment>
        <translation>Файл «%1» нельзя записать: %2. Прежнее содержимое не тронуто; освободите место на диске или выберите другое место.</translation>
    </message>
    <message>
        <source>For Excel: semicolons between the columns and a byte order mark</source>
        <translation>Для Excel: точки с запятой между столбцами и метка порядка байтов</translation>
    </message>
    <message>
        <source>Without cookies and authorization</source>
        <translation>Без cookie и авторизации</translation>
    </message>
    <message>
        <source>Mermaid sequence diagram</source>
        <translation>Диаграмма последовательности Mermaid</translation>
    </message>
    <message>
        <source>PlantUML sequence diagram</source>
        <translation>Диаграмма последовательности PlantUML</translation>
    </message>
    <message>
        <source>held %1</source>
        <extracomment>after an answer; %1: how long its request waited at the server, such as &quot;10 s&quot;</extracomment>
        <translation>удержан %1</translation>
    </message>
    <message>
        <source>Traffic recorded by Wiretale</source>
        <translation>Трафик, записанный Wiretale</translation>
    </message>
    <message>
        <source>server</source>
        <translation>сервер</translation>
    </message>
    <message>
        <source>Trace events for Perfetto and Chrome</source>
        <translation>События трассировки для Perfetto и Chrome</translation>
    </message>
    <message>
        <source>%1, page %2 of %3</source>
        <extracomment>%1: a title; %2 and %3: page numbers</extracomment>
        <translation>%1, страница %2 из %3</translation>
    </message>
    <message>
        <source>Picture of the diagram that scales</source>
        <translation>Рисунок диаграммы, масштабируемый</translation>
    </message>
    <message>
        <source>Picture of the diagram</source>
        <translation>Рисунок диаграммы</translation>
    </message>
    <message>
        <source>Diagram on pages to print</source>
        <translation>Диаграмма на страницах для печати</translation>
    </message>
    <message>
        <source>Report to hand out</source>
        <translation>Отчёт для раздачи</translation>
    </message>
    <message numerus="yes">
        <source>The diagram would fill %n pictures, each a file of its own; choose fewer messages, or make it one PDF.</source>
        <translation>
            <numerusform>Диаграмма заняла бы столько файлов с картинками: %n; выберите меньше сообщений или сохраните её в один PDF.</numerusform>
            <numerusform>Диаграмма заняла бы столько файлов с картинками: %n; выберите меньше сообщений или сохраните её в один PDF.</numerusform>
            <numerusform>Диаграмма заняла бы столько файлов с картинками: %n; выберите меньше сообщений или сохраните её в один PDF.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::FaultBar</name>
    <message>
        <source>Begin anew</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>Try again: begin anew with these settings</source>
        <translation>Попробовать ещё раз: начать заново с этими настройками</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>Скрыть это сообщение</translation>
    </message>
</context>
<context>
    <name>wiretale::Field</name>
    <message>
        <source>empty line</source>
        <translation>пустая строка</translation>
    </message>
    <message>
        <source>An empty line before the message, which a reader skips.</source>
        <translation>Пустая строка перед сообщением; читающий её пропускает.</translation>
    </message>
    <message>
        <source>request line</source>
        <translation>строка запроса</translation>
    </message>
    <message>
        <source>What is asked for: a method, a target and the version.</source>
        <translation>Чего просят: метод, цель и версия.</translation>
    </message>
    <message>
        <source>status line</source>
        <translation>строка состояния</translation>
    </message>
    <message>
        <source>How the request ended: the version, a number and a word for it.</source>
        <translation>Чем кончился запрос: версия, число и слово к нему.</translation>
    </message>
    <message>
        <source>method</source>
        <translation>метод</translation>
    </message>
    <message>
        <source>What is to be done with the target.</source>
        <translation>Что нужно сделать с целью.</translation>
    </message>
    <message>
        <source>path</source>
        <translation>путь</translation>
    </message>
    <message>
        <source>Which thing on the server is meant.</source>
        <translation>О чём именно на сервере идёт речь.</translation>
    </message>
    <message>
        <source>question mark</source>
        <translation>вопросительный знак</translation>
    </message>
    <message>
        <source>Parts the path from the query.</source>
        <translation>Отделяет путь от параметров.</translation>
    </message>
    <message>
        <source>query</source>
        <translation>параметры</translation>
    </message>
    <message>
        <source>What the server is told in the target, such as the last id seen.</source>
        <translation>Что серверу сообщают прямо в адресе, например последний виденный id.</translation>
    </message>
    <message>
        <source>version</source>
        <translation>версия</translation>
    </message>
    <message>
        <source>The version of HTTP that the sender speaks.</source>
        <translation>Версия HTTP, на которой говорит отправитель.</translation>
    </message>
    <message>
        <source>status code</source>
        <translation>код состояния</translation>
    </message>
    <message>
        <source>How the request ended, for programs: three digits.</source>
        <translation>Чем кончился запрос, для программ: три цифры.</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>пояснение</translation>
    </message>
    <message>
        <source>The same for people; programs do not read it.</source>
        <translation>То же для людей; программы этого не читают.</translation>
    </message>
    <message>
        <source>header</source>
        <translation>заголовок</translation>
    </message>
    <message>
        <source>One thing that the sender says about the message.</source>
        <translation>Одно из того, что отправитель говорит о сообщении.</translation>
    </message>
    <message>
        <source>header name</source>
        <translation>имя заголовка</translation>
    </message>
    <message>
        <source>What the header speaks of; capitals make no difference.</source>
        <translation>О чём заголовок; заглавные буквы роли не играют.</translation>
    </message>
    <message>
        <source>header value</source>
        <translation>значение заголовка</translation>
    </message>
    <message>
        <source>What the header says.</source>
        <translation>Что говорит заголовок.</translation>
    </message>
    <message>
        <source>trailer</source>
        <translation>заголовок после тела</translation>
    </message>
    <message>
        <source>A header that comes after the body.</source>
        <translation>Заголовок, который идёт после тела.</translation>
    </message>
    <message>
        <source>end of the head</source>
        <translation>конец заголовков</translation>
    </message>
    <message>
        <source>An empty line: the headers are over, the body may follow.</source>
        <translation>Пустая строка: заголовки кончились, дальше может идти тело.</translation>
    </message>
    <message>
        <source>body</source>
        <translation>тело</translation>
    </message>
    <message>
        <source>What the message is sent for.</source>
        <translation>То, ради чего послано сообщение.</translation>
    </message>
    <message>
        <source>chunk</source>
        <translation>кусок (chunk)</translation>
    </message>
    <message>
        <source>A piece of a body whose whole length was not known at its start.</source>
        <translation>Часть тела, полная длина которого в начале не была известна.</translation>
    </message>
    <message>
        <source>chunk size line</source>
        <translation>строка длины куска</translation>
    </message>
    <message>
        <source>How many bytes follow in this chunk.</source>
        <translation>Сколько байтов в этом куске.</translation>
    </message>
    <message>
        <source>chunk size</source>
        <translation>длина куска</translation>
    </message>
    <message>
        <source>The number of bytes in the chunk, in hexadecimal digits.</source>
        <translation>Число байтов куска шестнадцатеричными цифрами.</translation>
    </message>
    <message>
        <source>chunk extension</source>
        <translation>добавка к длине</translation>
    </message>
    <message>
        <source>What the sender adds to the chunk&apos;s size; hardly anybody does.</source>
        <translation>Что отправитель добавил к длине куска; так почти никто не делает.</translation>
    </message>
    <message>
        <source>chunk data</source>
        <translation>данные куска</translation>
    </message>
    <message>
        <source>The piece of the body itself.</source>
        <translation>Сама часть тела.</translation>
    </message>
    <message>
        <source>end of the chunk</source>
        <translation>конец куска</translation>
    </message>
    <message>
        <source>A line end that belongs to the framing, not to the body.</source>
        <translation>Конец строки, который относится к разметке, а не к телу.</translation>
    </message>
    <message>
        <source>last chunk</source>
        <translation>последний кусок</translation>
    </message>
    <message>
        <source>A chunk of no bytes: the body is over.</source>
        <translation>Кусок без байтов: тело кончилось.</translation>
    </message>
    <message>
        <source>end of the body</source>
        <translation>конец тела</translation>
    </message>
    <message>
        <source>An empty line: the message is over, and the next may follow.</source>
        <translation>Пустая строка: сообщение кончилось, может идти следующее.</translation>
    </message>
    <message>
        <source>byte order mark</source>
        <translation>метка порядка байтов</translation>
    </message>
    <message>
        <source>Allowed once at the start of an event stream, and skipped.</source>
        <translation>Допустима один раз в начале потока событий и пропускается.</translation>
    </message>
    <message>
        <source>field of an event</source>
        <translation>поле события</translation>
    </message>
    <message>
        <source>A line of an event stream: a name, a colon and a value.</source>
        <translation>Строка потока событий: имя, двоеточие и значение.</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>комментарий</translation>
    </message>
    <message>
        <source>A line that begins with a colon: skipped by the client, but it keeps the connection alive.</source>
        <translation>Строка, которая начинается с двоеточия: клиент её пропускает, но соединение она держит живым.</translation>
    </message>
    <message>
        <source>field name</source>
        <translation>имя поля</translation>
    </message>
    <message>
        <source>One of data, event, id and retry; any other is skipped.</source>
        <translation>Одно из data, event, id и retry; любое другое пропускается.</translation>
    </message>
    <message>
        <source>field value</source>
        <translation>значение поля</translation>
    </message>
    <message>
        <source>What the field says; it goes into the event&apos;s buffers.</source>
        <translation>Что говорит поле; это идёт в буферы события.</translation>
    </message>
    <message>
        <source>comment text</source>
        <translation>текст комментария</translation>
    </message>
    <message>
        <source>Anything; nobody reads it.</source>
        <translation>Что угодно; этого никто не читает.</translation>
    </message>
    <message>
        <source>blank line</source>
        <translation>разделитель событий</translation>
    </message>
    <message>
        <source>The block is over: the event goes to the page.</source>
        <translation>Пустая строка, блок кончился: событие уходит на страницу.</translation>
    </message>
    <message>
        <source>first byte of the frame</source>
        <translation>первый байт кадра</translation>
    </message>
    <message>
        <source>Whether the frame ends a message, and what kind of frame it is.</source>
        <translation>Кончает ли кадр сообщение и какого он вида.</translation>
    </message>
    <message>
        <source>FIN</source>
        <translation>FIN</translation>
    </message>
    <message>
        <source>1: the frame is the last of its message.</source>
        <translation>1: кадр — последний в своём сообщении.</translation>
    </message>
    <message>
        <source>RSV1</source>
        <translation>RSV1</translation>
    </message>
    <message>
        <source>0, unless an extension was agreed on; compression uses it.</source>
        <translation>0, если не условились о расширении; им пользуется сжатие.</translation>
    </message>
    <message>
        <source>RSV2</source>
        <translation>RSV2</translation>
    </message>
    <message>
        <source>0, unless an extension was agreed on.</source>
        <translation>0, если не условились о расширении.</translation>
    </message>
    <message>
        <source>RSV3</source>
        <translation>RSV3</translation>
    </message>
    <message>
        <source>opcode</source>
        <translation>код операции</translation>
    </message>
    <message>
        <source>What kind of frame it is.</source>
        <translation>Какого вида кадр.</translation>
    </message>
    <message>
        <source>second byte of the frame</source>
        <translation>второй байт кадра</translation>
    </message>
    <message>
        <source>Whether the payload is masked, and how long it is.</source>
        <translation>Есть ли маска на данных и какой они длины.</translation>
    </message>
    <message>
        <source>MASK</source>
        <translation>MASK</translation>
    </message>
    <message>
        <source>1: the payload is masked. Clients always mask, servers never.</source>
        <translation>1: на данные наложена маска. Клиенты накладывают её всегда, серверы — никогда.</translation>
    </message>
    <message>
        <source>payload length</source>
        <translation>длина данных</translation>
    </message>
    <message>
        <source>Up to 125 it is the length; 126 and 127 say that the length follows in two or eight bytes.</source>
        <translation>До 125 это сама длина; 126 и 127 говорят, что длина идёт дальше, в двух или восьми байтах.</translation>
    </message>
    <message>
        <source>extended length</source>
        <translation>продолжение длины</translation>
    </message>
    <message>
        <source>The length of a longer payload, the most significant byte first.</source>
        <translation>Длина данных подлиннее, старший байт впереди.</translation>
    </message>
    <message>
        <source>masking key</source>
        <translation>ключ маски</translation>
    </message>
    <message>
        <source>Four random bytes: each byte of the payload is combined with one of them by XOR.</source>
        <translation>Четыре случайных байта: каждый байт данных складывается с одним из них по модулю два (XOR).</translation>
    </message>
    <message>
        <source>payload</source>
        <translation>данные кадра</translation>
    </message>
    <message>
        <source>What the frame is sent for.</source>
        <translation>То, ради чего послан кадр.</translation>
    </message>
    <message>
        <source>close code</source>
        <translation>код закрытия</translation>
    </message>
    <message>
        <source>Why the connection is closed, as a number.</source>
        <translation>Почему закрывают соединение, числом.</translation>
    </message>
    <message>
        <source>close reason</source>
        <translation>причина закрытия</translation>
    </message>
    <message>
        <source>Why the connection is closed, in words.</source>
        <translation>Почему закрывают соединение, словами.</translation>
    </message>
    <message>
        <source>space</source>
        <translation>пробел</translation>
    </message>
    <message>
        <source>Parts what stands on both sides of it.</source>
        <translation>Разделяет то, что стоит по обе стороны.</translation>
    </message>
    <message>
        <source>colon</source>
        <translation>двоеточие</translation>
    </message>
    <message>
        <source>Parts the name from the value.</source>
        <translation>Отделяет имя от значения.</translation>
    </message>
    <message>
        <source>line end</source>
        <translation>конец строки</translation>
    </message>
    <message>
        <source>CRLF in HTTP; an event stream may use CR or LF alone as well.</source>
        <translation>В HTTP это CRLF; в потоке событий годится и одно CR или LF.</translation>
    </message>
    <message>
        <source>other bytes</source>
        <translation>прочие байты</translation>
    </message>
    <message>
        <source>Bytes that fit nothing that is known here.</source>
        <translation>Байты, которые не подходят ни под что известное.</translation>
    </message>
</context>
<context>
    <name>wiretale::FilterBar</name>
    <message>
        <source>No Filters Are Kept Yet</source>
        <translation>Сохранённых фильтров пока нет</translation>
    </message>
    <message>
        <source>&amp;Keep This Filter</source>
        <translation>&amp;Сохранить этот фильтр</translation>
    </message>
    <message>
        <source>&amp;Forget This Filter</source>
        <translation>&amp;Забыть этот фильтр</translation>
    </message>
    <message>
        <source>Filter: words, or kind:response bytes&gt;500 held&gt;2s</source>
        <translation>Фильтр: слова или kind:response bytes&gt;500 held&gt;2s</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Shows only messages that fulfil all conditions.
Words are looked for in client, technique, kind and summary; `text:` looks into the bytes.
Join by and, or, not and brackets. Down offers what may follow.</source>
        <translation>Показывает только сообщения, для которых верны все условия.
Слова ищутся в клиенте, способе, виде и сводке; `text:` заглядывает в байты.
Соединяйте условия словами and, or, not и скобками. Стрелка вниз подсказывает, что может идти дальше.</translation>
    </message>
    <message>
        <source>Kept filters</source>
        <translation>Сохранённые фильтры</translation>
    </message>
</context>
<context>
    <name>wiretale::FilterChip</name>
    <message numerus="yes">
        <source>%1 of %Ln message(s)</source>
        <extracomment>how many messages a filter leaves: %1 of %Ln</extracomment>
        <translation>
            <numerusform>%1 из %Ln сообщения</numerusform>
            <numerusform>%1 из %Ln сообщений</numerusform>
            <numerusform>%1 из %Ln сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>looking, %1 %</source>
        <extracomment>how far the filter has looked through the messages; %1 is a percentage</extracomment>
        <translation>просмотр, %1 %</translation>
    </message>
    <message>
        <source>the chosen message is hidden</source>
        <translation>выбранное сообщение скрыто</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <extracomment>%1 is what somebody filters by</extracomment>
        <translation>Фильтр: %1</translation>
    </message>
    <message>
        <source>Show all messages again; the filter is written above the table of messages</source>
        <translation>Снова показать все сообщения; фильтр записан над таблицей сообщений</translation>
    </message>
</context>
<context>
    <name>wiretale::FilterParser</name>
    <message>
        <source>This bracket was never opened.</source>
        <translation>Эта скобка не была открыта.</translation>
    </message>
    <message>
        <source>There is nothing between these quotes.</source>
        <translation>Между этими кавычками ничего нет.</translation>
    </message>
    <message>
        <source>`%1` needs a name before it, as in `bytes&gt;500`.</source>
        <extracomment>%1 is one of : = &lt; &gt;</extracomment>
        <translation>Перед `%1` нужно имя, как в `bytes&gt;500`.</translation>
    </message>
    <message>
        <source>These quotes are never closed.</source>
        <translation>Эти кавычки не закрыты.</translation>
    </message>
    <message>
        <source>`%1` needs a condition before it.</source>
        <extracomment>%1 is &quot;and&quot; or &quot;or&quot;</extracomment>
        <translation>Перед `%1` нужно условие.</translation>
    </message>
    <message>
        <source>`%1` needs a condition after it.</source>
        <extracomment>%1 is &quot;and&quot;, &quot;or&quot; or &quot;not&quot;</extracomment>
        <translation>После `%1` нужно условие.</translation>
    </message>
    <message>
        <source>There is nothing between these brackets.</source>
        <translation>Между этими скобками ничего нет.</translation>
    </message>
    <message>
        <source>This bracket is never closed.</source>
        <translation>Эта скобка не закрыта.</translation>
    </message>
    <message>
        <source>There are too many brackets inside each other.</source>
        <translation>Слишком много скобок друг в друге.</translation>
    </message>
    <message>
        <source>`%1` cannot be compared by `%2`; use %3.</source>
        <extracomment>%1 is the name of a field, %2 one of : = &lt; &gt;, %3 several of them</extracomment>
        <translation>`%1` нельзя сравнивать через `%2`; годится %3.</translation>
    </message>
    <message>
        <source>`%1` needs a value after it, such as `%2`.</source>
        <extracomment>%1 is a field and a sign, such as bytes&gt;; %2 an example of what may follow</extracomment>
        <translation>После `%1` нужно значение, например `%2`.</translation>
    </message>
    <message>
        <source>`%1` is not %2; write it like `%3`.</source>
        <translation>`%1` — не %2; пишите так: `%3`.</translation>
    </message>
    <message>
        <source>`%1` is not known; did you mean `%2`?</source>
        <extracomment>%1 is what somebody wrote, %2 what they most likely meant</extracomment>
        <translation>`%1` здесь неизвестно; может быть, `%2`?</translation>
    </message>
    <message>
        <source>`%1` is not known; to look for it as text, put it in quotes together with what follows.</source>
        <translation>`%1` здесь неизвестно; чтобы искать это как текст, возьмите его в кавычки вместе с тем, что следует.</translation>
    </message>
    <message>
        <source>`%1` knows no `%2`; did you mean `%3`?</source>
        <extracomment>%1 is the name of a field, %2 what somebody wrote, %3 what they most likely meant</extracomment>
        <translation>У `%1` не бывает `%2`; может быть, `%3`?</translation>
    </message>
    <message>
        <source>`%1` knows no `%2`; it may be %3.</source>
        <extracomment>%1 is the name of a field, %2 what somebody wrote, %3 a list of words</extracomment>
        <translation>У `%1` не бывает `%2`; бывает %3.</translation>
    </message>
    <message>
        <source>a size</source>
        <extracomment>in &quot;`abc` is not a size; write it like `2kB`.&quot;</extracomment>
        <translation>размер</translation>
    </message>
    <message>
        <source>a length of time</source>
        <extracomment>in &quot;`abc` is not a length of time; write it like `500ms`.&quot;</extracomment>
        <translation>промежуток времени</translation>
    </message>
    <message>
        <source>a whole number</source>
        <extracomment>in &quot;`abc` is not a whole number; write it like `12`.&quot;</extracomment>
        <translation>целое число</translation>
    </message>
</context>
<context>
    <name>wiretale::FullScreenAction</name>
    <message>
        <source>&amp;Full screen</source>
        <translation>На &amp;весь экран</translation>
    </message>
</context>
<context>
    <name>wiretale::HeadlessRun</name>
    <message>
        <source>Open http://127.0.0.1:%1/ in a browser to join in.</source>
        <translation>Откройте http://127.0.0.1:%1/ в браузере, чтобы участвовать.</translation>
    </message>
    <message>
        <source>Some clients had not received every event when the time was up.</source>
        <translation>Когда время вышло, не все клиенты получили все события.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Записано: %1</translation>
    </message>
    <message>
        <source>Recorded: %1</source>
        <translation>Захвачено: %1</translation>
    </message>
    <message numerus="yes">
        <source>The lesson had not come to its end after %n minute(s) of the clock&apos;s time.</source>
        <translation>
            <numerusform>Урок не дошёл до конца за %n минуту времени часов.</numerusform>
            <numerusform>Урок не дошёл до конца за %n минуты времени часов.</numerusform>
            <numerusform>Урок не дошёл до конца за %n минут времени часов.</numerusform>
        </translation>
    </message>
    <message>
        <source>The lesson ended before its chapter %1 (&quot;%2&quot;) could begin.</source>
        <translation>Урок кончился раньше, чем началась его глава %1 («%2»).</translation>
    </message>
    <message>
        <source>The lesson ended before its question &quot;%1&quot; could be asked.</source>
        <translation>Урок кончился раньше, чем был задан его вопрос «%1».</translation>
    </message>
    <message>
        <source>Questions answered: %1</source>
        <translation>Вопросов с ответом: %1</translation>
    </message>
</context>
<context>
    <name>wiretale::HelpActions</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>About Wiretale</source>
        <translation>О программе Wiretale</translation>
    </message>
    <message>
        <source>Shows what really passes between a client and a server: every arrow is a message, drawn while it travels.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Показывает, что на самом деле проходит между клиентом и сервером: каждая стрелка — сообщение, нарисованное, пока оно в пути.

Свободная программа под лицензией GNU GPL версии 3 или новее.</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Клавиши</translation>
    </message>
    <message>
        <source>&amp;About Wiretale</source>
        <translation>&amp;О программе Wiretale</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>О &amp;Qt</translation>
    </message>
    <message>
        <source>A&amp;natomy of an Event Stream and a WebSocket…</source>
        <translation>&amp;Анатомия потока событий и WebSocket…</translation>
    </message>
</context>
<context>
    <name>wiretale::InspectorBody</name>
    <message>
        <source>Body of the message</source>
        <translation>Тело сообщения</translation>
    </message>
</context>
<context>
    <name>wiretale::InspectorBytes</name>
    <message>
        <source>This message has no bytes.</source>
        <translation>В этом сообщении нет байтов.</translation>
    </message>
    <message>
        <source>The bytes of this message were not recorded.</source>
        <translation>Байты этого сообщения не записаны.</translation>
    </message>
    <message>
        <source>Choose a byte or a field.</source>
        <translation>Выберите байт или поле.</translation>
    </message>
    <message>
        <source>byte %1</source>
        <extracomment>which bytes of a message: %1 is the first, %2 the last</extracomment>
        <translation>байт %1</translation>
    </message>
    <message>
        <source>bytes %1 to %2</source>
        <translation>байты с %1 по %2</translation>
    </message>
    <message>
        <source>Show the payload without its mask</source>
        <translation>Показать данные без маски</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Что в нём</translation>
    </message>
    <message>
        <source>Fields of the message</source>
        <translation>Поля сообщения</translation>
    </message>
    <message>
        <source>Bytes of the message</source>
        <translation>Байты сообщения</translation>
    </message>
</context>
<context>
    <name>wiretale::InspectorHeaders</name>
    <message>
        <source>This message has no headers.</source>
        <translation>У этого сообщения нет заголовков.</translation>
    </message>
    <message>
        <source>The headers stand in message #%1, which this one is a part of.</source>
        <translation>Заголовки — в сообщении №%1, частью которого это и является.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Headers of the message</source>
        <translation>Заголовки сообщения</translation>
    </message>
</context>
<context>
    <name>wiretale::InspectorPanel</name>
    <message>
        <source>Headers</source>
        <translation>Заголовки</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Тело</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Байты</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>Копировать как &amp;команду curl</translation>
    </message>
    <message>
        <source>Copy as &amp;Text</source>
        <translation>Копировать как &amp;текст</translation>
    </message>
    <message>
        <source>Copy as &amp;Hexadecimal Digits</source>
        <translation>Копировать в &amp;шестнадцатеричном виде</translation>
    </message>
    <message>
        <source>Take It &amp;Apart…</source>
        <translation>&amp;Разобрать по шагам…</translation>
    </message>
    <message>
        <source>What can be done with this message</source>
        <translation>Что можно сделать с этим сообщением</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>About</source>
        <extracomment>Tabs of the inspector; short, there is little room. This one: what the message is, in words</extracomment>
        <translation>Суть</translation>
    </message>
</context>
<context>
    <name>wiretale::InspectorRules</name>
    <message>
        <source>There is nothing here that a rule speaks of.</source>
        <translation>Здесь нет ничего, о чём говорят правила.</translation>
    </message>
    <message>
        <source>Press Enter to see the bytes. As a filter: %1</source>
        <translation>Нажмите Enter, чтобы увидеть байты. Как фильтр: %1</translation>
    </message>
    <message>
        <source>Rules that the message breaks</source>
        <translation>Правила, которые нарушает сообщение</translation>
    </message>
</context>
<context>
    <name>wiretale::InspectorTiming</name>
    <message>
        <source>The connection opens</source>
        <translation>Открывается соединение</translation>
    </message>
    <message>
        <source>The request travels</source>
        <translation>Запрос в пути</translation>
    </message>
    <message>
        <source>The server holds it</source>
        <translation>Сервер его держит</translation>
    </message>
    <message>
        <source>The answer travels</source>
        <translation>Ответ в пути</translation>
    </message>
    <message>
        <source>The answer goes on</source>
        <translation>Ответ продолжается</translation>
    </message>
    <message>
        <source>This message travels</source>
        <translation>Это сообщение в пути</translation>
    </message>
    <message>
        <source>%1: it never arrives</source>
        <extracomment>%1 is a step, such as &quot;The request travels&quot;</extracomment>
        <translation>%1: не доходит</translation>
    </message>
    <message>
        <source>%1: %2 ms so far</source>
        <extracomment>%1 is a step, such as &quot;The request travels&quot;, %2 a number of milliseconds</extracomment>
        <translation>%1: пока %2 мс</translation>
    </message>
    <message>
        <source>%1: %2 ms</source>
        <translation>%1: %2 мс</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>a time on the clock</extracomment>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>Timing of the exchange</source>
        <translation>Как шло время обмена</translation>
    </message>
</context>
<context>
    <name>wiretale::Lamp</name>
    <message>
        <source>This message keeps all rules.</source>
        <translation>Это сообщение соблюдает все правила.</translation>
    </message>
    <message>
        <source>This message does what it should not.</source>
        <translation>Это сообщение делает то, чего не следовало бы.</translation>
    </message>
    <message>
        <source>This message breaks a rule.</source>
        <translation>Это сообщение нарушает правило.</translation>
    </message>
</context>
<context>
    <name>wiretale::LanguageChooser</name>
    <message>
        <source>&amp;System</source>
        <extracomment>The language that the system is set to</extracomment>
        <translation>&amp;Системный</translation>
    </message>
</context>
<context>
    <name>wiretale::LeftBehind</name>
    <message>
        <source>Wiretale did not end as it should. What it had recorded until %1 is still there (%2).</source>
        <extracomment>%1: a date and time, %2: a size such as &quot;3.2 MB&quot;</extracomment>
        <translation>В прошлый раз Wiretale завершился не так, как должен. То, что было записано до %1, сохранилось (%2).</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Show what was recorded; save it to keep it</source>
        <translation>Показать записанное; чтобы оставить его себе, сохраните</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Выбросить</translation>
    </message>
    <message>
        <source>Remove the recording for good</source>
        <translation>Удалить запись навсегда</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Ask again at the next start</source>
        <translation>Спросить снова при следующем запуске</translation>
    </message>
</context>
<context>
    <name>wiretale::LegendView</name>
    <message>
        <source>Legend</source>
        <translation>Обозначения</translation>
    </message>
</context>
<context>
    <name>wiretale::Lesson</name>
    <message>
        <source>intermediate</source>
        <translation>средний</translation>
    </message>
    <message>
        <source>advanced</source>
        <translation>сложный</translation>
    </message>
    <message>
        <source>beginner</source>
        <translation>начальный</translation>
    </message>
</context>
<context>
    <name>wiretale::LessonActions</name>
    <message>
        <source>Open a lesson</source>
        <translation>Открыть урок</translation>
    </message>
    <message>
        <source>Lessons (%1)</source>
        <translation>Уроки (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Все файлы (%1)</translation>
    </message>
    <message>
        <source>The folder %1 cannot be opened; put your lessons there by other means.</source>
        <translation>Папку %1 открыть не удалось; положите свои уроки туда другим способом.</translation>
    </message>
    <message>
        <source>Save the attempt</source>
        <translation>Сохранить попытку</translation>
    </message>
    <message>
        <source>Your name:</source>
        <translation>Ваше имя:</translation>
    </message>
    <message>
        <source>Attempts (%1)</source>
        <translation>Попытки (%1)</translation>
    </message>
    <message>
        <source>The attempt could not be written to %1: %2. Choose another place.</source>
        <translation>Попытку не удалось записать в %1: %2. Выберите другое место.</translation>
    </message>
    <message>
        <source>Forget the scores</source>
        <translation>Забыть оценки</translation>
    </message>
    <message>
        <source>Forget which lessons were finished and how many predictions were right?</source>
        <translation>Забыть, какие уроки пройдены и сколько предсказаний было верных?</translation>
    </message>
    <message>
        <source>&amp;Open a lesson…</source>
        <translation>&amp;Открыть урок…</translation>
    </message>
    <message>
        <source>Open the lessons&apos; &amp;folder</source>
        <translation>Открыть &amp;папку с уроками</translation>
    </message>
    <message>
        <source>Lessons that lie there are listed with the others</source>
        <translation>Уроки, которые лежат там, появляются в общем списке</translation>
    </message>
    <message>
        <source>&amp;Look for lessons again</source>
        <translation>Поискать уроки &amp;снова</translation>
    </message>
    <message>
        <source>Save the a&amp;ttempt…</source>
        <translation>Сохранить &amp;попытку…</translation>
    </message>
    <message>
        <source>A file with your predictions, to be handed in</source>
        <translation>Файл с вашими предсказаниями, чтобы сдать его</translation>
    </message>
    <message>
        <source>Forget the &amp;scores…</source>
        <translation>&amp;Забыть оценки…</translation>
    </message>
</context>
<context>
    <name>wiretale::LessonAttempt</name>
    <message>
        <source>a prediction in it makes no sense</source>
        <translation>одно из предсказаний в нём лишено смысла</translation>
    </message>
    <message>
        <source>it is no JSON from character %1 on</source>
        <translation>начиная со знака %1 это не JSON</translation>
    </message>
    <message>
        <source>it is no attempt at a lesson</source>
        <translation>это не попытка пройти урок</translation>
    </message>
    <message>
        <source>it does not name its lesson</source>
        <translation>в нём не назван урок</translation>
    </message>
    <message>
        <source>%1 cannot be opened (%2).</source>
        <translation>Файл %1 открыть не удалось (%2).</translation>
    </message>
    <message>
        <source>%1 cannot be graded: %2.</source>
        <translation>Файл %1 оценить нельзя: %2.</translation>
    </message>
    <message>
        <source>it is larger than 64 MiB</source>
        <translation>он больше 64 МиБ</translation>
    </message>
</context>
<context>
    <name>wiretale::LessonCheck</name>
    <message>
        <source>%1: good, lesson &quot;%2&quot;</source>
        <translation>%1: всё верно, урок «%2»</translation>
    </message>
</context>
<context>
    <name>wiretale::LessonFigures</name>
    <message>
        <source>%1 B</source>
        <translation>%1 Б</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no figure; did you mean &quot;%2&quot;?</source>
        <translation>Показателя «%1» нет; может быть, «%2»?</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no figure; write it like {{ajax-polling.requests}}.</source>
        <translation>Показателя «%1» нет; пишите так: {{ajax-polling.requests}}.</translation>
    </message>
</context>
<context>
    <name>wiretale::LessonLibrary</name>
    <message>
        <source>There is no lesson &quot;%1&quot;; did you mean &quot;%2&quot;?</source>
        <translation>Урока «%1» нет; может быть, «%2»?</translation>
    </message>
    <message>
        <source>There is no lesson &quot;%1&quot;; there are %2.</source>
        <translation>Урока «%1» нет; есть %2.</translation>
    </message>
</context>
<context>
    <name>wiretale::LessonList</name>
    <message numerus="yes">
        <source>%1%2 (%3, %n minute(s)): %4</source>
        <translation>
            <numerusform>%1%2 (%3, %n минута): %4</numerusform>
            <numerusform>%1%2 (%3, %n минуты): %4</numerusform>
            <numerusform>%1%2 (%3, %n минут): %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n мин</numerusform>
            <numerusform>%n мин</numerusform>
            <numerusform>%n мин</numerusform>
        </translation>
    </message>
    <message>
        <source>What passes between a client and a server?</source>
        <translation>Что проходит между клиентом и сервером?</translation>
    </message>
    <message>
        <source>In the diagram, time runs down. Each client has a lane: an arrow is a message, drawn while it travels. Click one to learn what it is; press Space to stop the time. Or take a lesson:</source>
        <translation>На диаграмме время идёт сверху вниз. У каждого клиента своя дорожка: стрелка — это сообщение, нарисованное, пока оно в пути. Щёлкните по стрелке, чтобы узнать, что это; пробел останавливает время. Или возьмите урок:</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Урок</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Пройден</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Уроки</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Начать</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>&amp;Открыть файл…</translation>
    </message>
</context>
<context>
    <name>wiretale::LessonReader</name>
    <message>
        <source>%1 is longer than a day; give less.</source>
        <translation>%1 — это больше суток; задайте меньше.</translation>
    </message>
    <message>
        <source>%1 is shorter than a millisecond; give more.</source>
        <translation>%1 — это меньше миллисекунды; задайте больше.</translation>
    </message>
    <message>
        <source>a client</source>
        <translation>описание клиента</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>описание сервера</translation>
    </message>
    <message>
        <source>the way of publishing</source>
        <translation>способ публикации</translation>
    </message>
    <message>
        <source>Expected either &quot;every&quot; or &quot;at random&quot; here.</source>
        <translation>Здесь нужно одно из двух: «every» или «at random».</translation>
    </message>
    <message>
        <source>the link</source>
        <translation>описание связи</translation>
    </message>
    <message>
        <source>&quot;after&quot; counts from the chapter before and so belongs to a chapter; write &quot;at&quot; here.</source>
        <translation>«after» отсчитывается от предыдущей главы и потому годится только для глав; напишите здесь «at».</translation>
    </message>
    <message>
        <source>an action</source>
        <translation>действие</translation>
    </message>
    <message>
        <source>An action needs its moment: either &quot;at&quot; or &quot;when&quot;.</source>
        <translation>Действию нужен свой момент: «at» или «when».</translation>
    </message>
    <message>
        <source>An action does one thing: publish, send, start, stop, cut, set or pause.</source>
        <translation>Действие делает что-то одно: publish, send, start, stop, cut, set или pause.</translation>
    </message>
    <message>
        <source>This is longer than 64 KiB; give less.</source>
        <translation>Это длиннее 64 КиБ; напишите короче.</translation>
    </message>
    <message>
        <source>An event&apos;s type is one word or more, on one line.</source>
        <translation>Тип события — одно или несколько слов в одной строке.</translation>
    </message>
    <message>
        <source>the settings to change</source>
        <translation>изменяемые настройки</translation>
    </message>
    <message>
        <source>A name is made of small letters, digits and single hyphens, as in &quot;long-polling&quot;.</source>
        <translation>Имя состоит из строчных латинских букв, цифр и одиночных дефисов, например «long-polling».</translation>
    </message>
    <message>
        <source>the lesson</source>
        <translation>описание урока</translation>
    </message>
    <message>
        <source>A lesson needs at least one chapter.</source>
        <translation>В уроке должна быть хотя бы одна глава.</translation>
    </message>
    <message>
        <source>a chapter</source>
        <translation>глава</translation>
    </message>
    <message>
        <source>&quot;show&quot; names a message, such as &quot;first request&quot;.</source>
        <translation>«show» называет сообщение, например «first request».</translation>
    </message>
    <message>
        <source>a question</source>
        <translation>вопрос</translation>
    </message>
    <message>
        <source>Another question is named &quot;%1&quot; already; rename one.</source>
        <translation>Вопрос с именем «%1» уже есть; переименуйте один из них.</translation>
    </message>
    <message>
        <source>A question needs either &quot;answers&quot; to choose from or something to &quot;guess&quot;.</source>
        <translation>Вопросу нужны либо ответы на выбор («answers»), либо число, которое угадывают («guess»).</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>угадываемое число</translation>
    </message>
    <message>
        <source>an answer</source>
        <translation>ответ</translation>
    </message>
    <message>
        <source>A question needs at least two answers.</source>
        <translation>У вопроса должно быть хотя бы два ответа.</translation>
    </message>
    <message>
        <source>Exactly one answer has to be right, unless several are to be chosen.</source>
        <translation>Верным должен быть ровно один ответ, если выбирать нужно не несколько.</translation>
    </message>
    <message>
        <source>a myth</source>
        <translation>миф</translation>
    </message>
    <message>
        <source>the experiment</source>
        <translation>опыт</translation>
    </message>
    <message>
        <source>This is not text in UTF-8; save the lesson as UTF-8 in an editor.</source>
        <translation>Это не текст в UTF-8; сохраните урок в редакторе как UTF-8.</translation>
    </message>
    <message>
        <source>YAML is indented by spaces; there is a tab here. Replace it.</source>
        <translation>Отступы в YAML делают пробелами, а здесь табуляция. Замените её.</translation>
    </message>
    <message>
        <source>An anchor (&amp;name) or its use (*name) is wrong here; write the text out.</source>
        <translation>Якорь (&amp;name) или его применение (*name) здесь неверны; напишите текст целиком.</translation>
    </message>
    <message>
        <source>The file is nested deeper than any lesson; see the brackets.</source>
        <translation>Вложенность в файле глубже, чем бывает в уроках; посмотрите на скобки.</translation>
    </message>
    <message>
        <source>Something that began earlier has no end here; look for an open quote or bracket, or a wrong indentation.</source>
        <translation>Что-то начатое раньше здесь не закончено; ищите незакрытую кавычку или скобку либо неверный отступ.</translation>
    </message>
    <message>
        <source>From here on this is no YAML; look at the indentation, at quotes, and at colons in a text (put such a text in quotes).</source>
        <translation>Начиная отсюда это не YAML; посмотрите на отступы, кавычки и двоеточия в тексте (такой текст берут в кавычки).</translation>
    </message>
    <message>
        <source>The file is larger than 1 MiB; a lesson is a text of some pages.</source>
        <translation>Файл больше 1 МиБ, а урок — это текст в несколько страниц.</translation>
    </message>
    <message>
        <source>The lesson cannot be opened (%1).</source>
        <translation>Урок открыть не удалось (%1).</translation>
    </message>
    <message>
        <source>a map (word: value)</source>
        <translation>набор пар (слово: значение)</translation>
    </message>
    <message>
        <source>a list (- value)</source>
        <translation>список (- значение)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>Expected %1 here, not %2.</source>
        <translation>Здесь нужно другое: %1; написано: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here; did you mean &quot;%2&quot;?</source>
        <translation>«%1» здесь неизвестно; может быть, «%2»?</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here; there are %2.</source>
        <translation>«%1» здесь неизвестно; бывает %2.</translation>
    </message>
    <message>
        <source>a word</source>
        <translation>слово</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands twice in %2; take one away.</source>
        <translation>«%1» встречается дважды (%2); уберите одно из них.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing here; add it.</source>
        <translation>Здесь не хватает «%1»; добавьте.</translation>
    </message>
    <message>
        <source>one value</source>
        <translation>одно значение</translation>
    </message>
    <message>
        <source>a text, or a text for each language (en: ...)</source>
        <translation>текст или текст для каждого языка (en: ...)</translation>
    </message>
    <message>
        <source>a language&apos;s code such as en or ru</source>
        <translation>код языка, например en или ru</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true или false</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>целое число от %1 до %2</translation>
    </message>
    <message>
        <source>a whole number from %1 on</source>
        <translation>целое число от %1</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>число от %1 до %2</translation>
    </message>
</context>
<context>
    <name>wiretale::LessonRecorder</name>
    <message>
        <source>Settings: %1</source>
        <extracomment>%1: what was changed, such as &quot;poll interval: 1 s → 5 s&quot;</extracomment>
        <translation>Настройки: %1</translation>
    </message>
    <message>
        <source>Chapter %1: %2</source>
        <extracomment>A lesson&apos;s chapter: %1 is its number, %2 its title</extracomment>
        <translation>Глава %1: %2</translation>
    </message>
    <message>
        <source>Question: %1</source>
        <extracomment>%1: what the class was asked</extracomment>
        <translation>Вопрос: %1</translation>
    </message>
    <message>
        <source>The lesson is over.</source>
        <translation>Урок окончен.</translation>
    </message>
    <message>
        <source>Lesson: %1</source>
        <extracomment>%1: a lesson&apos;s title</extracomment>
        <translation>Урок: %1</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <extracomment>%1: what the class answered</extracomment>
        <translation>Ответ: %1</translation>
    </message>
</context>
<context>
    <name>wiretale::LinkChooser</name>
    <message>
        <source>Own link</source>
        <translation>Своя линия</translation>
    </message>
    <message>
        <source>How long messages travel between clients and server</source>
        <translation>Как долго сообщения идут между клиентами и сервером</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Линия</translation>
    </message>
    <message>
        <source>Own link…</source>
        <translation>Своя линия…</translation>
    </message>
    <message>
        <source>Own link (%1 ms)</source>
        <extracomment>A link that people set up: %1 is its latency in milliseconds</extracomment>
        <translation>Своя линия (%1 мс)</translation>
    </message>
</context>
<context>
    <name>wiretale::LinkPanel</name>
    <message>
        <source>Link</source>
        <translation>Линия</translation>
    </message>
    <message>
        <source>A link with a name; own values below make it your own.</source>
        <translation>Линия с именем; свои значения ниже делают её вашей.</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Задержка</translation>
    </message>
    <message>
        <source>How long a message travels, one way.</source>
        <translation>Сколько сообщение идёт в одну сторону.</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Разброс</translation>
    </message>
    <message>
        <source>Added to the latency at random, from nothing to this. Messages never overtake.</source>
        <translation>Случайная прибавка к задержке, от нуля до этого значения. Сообщения не обгоняют друг друга.</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Пропускная способность</translation>
    </message>
    <message>
        <source>How many bits the link carries in a second of the clock&apos;s time, each way.</source>
        <translation>Сколько бит линия передаёт за секунду по часам программы в каждую сторону.</translation>
    </message>
    <message>
        <source> ms</source>
        <extracomment>Unit after a number of milliseconds, with a space before it</extracomment>
        <translation> мс</translation>
    </message>
    <message>
        <source> Mbit/s</source>
        <extracomment>Unit after a number of megabits per second, with a space before it</extracomment>
        <translation> Мбит/с</translation>
    </message>
    <message>
        <source>not limited</source>
        <translation>не ограничена</translation>
    </message>
</context>
<context>
    <name>wiretale::LogReader</name>
    <message>
        <source>The file %1 is damaged at byte %2, and nothing can be read from it; choose another.</source>
        <extracomment>%1: path of a file, %2: a number of bytes from the file&apos;s beginning</extracomment>
        <translation>Файл %1 повреждён на байте %2, прочитать из него ничего нельзя; выберите другой.</translation>
    </message>
    <message>
        <source>The file %1 is damaged at byte %2; everything before it was opened.</source>
        <extracomment>%1: path of a file, %2: a number of bytes from the file&apos;s beginning</extracomment>
        <translation>Файл %1 повреждён на байте %2; всё, что до него, открыто.</translation>
    </message>
    <message>
        <source>The file %1 ends in the middle of a message at byte %2, as after a crash; everything before it was opened.</source>
        <extracomment>%1: path of a file, %2: a number of bytes from the file&apos;s beginning</extracomment>
        <translation>Файл %1 обрывается посреди сообщения на байте %2, как после сбоя; всё, что до него, открыто.</translation>
    </message>
    <message>
        <source>The file %1 cannot be opened (%2); choose another.</source>
        <extracomment>%1: path of a file, %2: what the system says is wrong with it</extracomment>
        <translation>Файл %1 не открывается (%2); выберите другой.</translation>
    </message>
    <message>
        <source>The file %1 is no capture: it begins neither as pcapng nor as pcap does; choose another.</source>
        <extracomment>%1: path of a file</extracomment>
        <translation>Файл %1 не является записью трафика: он не начинается ни как pcapng, ни как pcap; выберите другой.</translation>
    </message>
    <message>
        <source>The file %1 holds a part of a log; its messages are numbered anew.</source>
        <extracomment>%1: path of a file</extracomment>
        <translation>Файл %1 содержит лишь часть журнала; сообщения в нём пронумерованы заново.</translation>
    </message>
    <message>
        <source>The file %1 holds no TCP connection that can be read up to byte %2; choose another.</source>
        <extracomment>%1: path of a file, %2: a number of bytes from the file&apos;s beginning</extracomment>
        <translation>В файле %1 до байта %2 нет ни одного соединения TCP, которое можно прочитать; выберите другой.</translation>
    </message>
    <message>
        <source>The file %1 ends in the middle of a packet at byte %2; everything before it was opened.</source>
        <extracomment>%1: path of a file, %2: a number of bytes from the file&apos;s beginning</extracomment>
        <translation>Файл %1 обрывается посреди пакета на байте %2; всё, что до него, открыто.</translation>
    </message>
    <message>
        <source>The file %1 misses some packets; where bytes are missing, the diagram marks a fault.</source>
        <extracomment>%1: path of a file</extracomment>
        <translation>В файле %1 не хватает части пакетов; где недостаёт байтов, на диаграмме отмечен сбой.</translation>
    </message>
    <message>
        <source>The file %1 is no HTTP archive (%2); choose another.</source>
        <extracomment>%1: path of a file, %2: what is wrong with it</extracomment>
        <translation>Файл %1 не является архивом HTTP (%2); выберите другой.</translation>
    </message>
    <message>
        <source>it is longer than 1 GiB</source>
        <translation>он длиннее 1 ГиБ</translation>
    </message>
    <message>
        <source>at byte %1: %2</source>
        <extracomment>%1: a number of bytes from the file&apos;s beginning; %2: what is wrong there</extracomment>
        <translation>на байте %1: %2</translation>
    </message>
    <message>
        <source>it has no entry with a time</source>
        <translation>в нём нет ни одной записи со временем</translation>
    </message>
    <message>
        <source>%1 is an archive, which holds no bytes: the messages were put together from what it tells.</source>
        <extracomment>%1: path of a file</extracomment>
        <translation>%1 — архив, байтов в нём нет: сообщения составлены по тому, что в нём сказано.</translation>
    </message>
    <message>
        <source>Line %2 of the file %1 tells no message (look at &quot;%3&quot;); everything before it was opened.</source>
        <extracomment>%1: path of a file; %2: a line&apos;s number; %3: a column&apos;s name</extracomment>
        <translation>Строка %2 файла %1 не описывает сообщение (смотрите «%3»); всё, что до неё, открыто.</translation>
    </message>
    <message>
        <source>Line %2 of the file %1 tells no message (look at &quot;%3&quot;), and nothing can be read from the file; choose another.</source>
        <extracomment>%1: path of a file; %2: a line&apos;s number; %3: a column&apos;s name</extracomment>
        <translation>Строка %2 файла %1 не описывает сообщение (смотрите «%3»), прочитать из файла ничего нельзя; выберите другой.</translation>
    </message>
</context>
<context>
    <name>wiretale::LongPollingClient</name>
    <message>
        <source>A long poll was not answered: %1.</source>
        <translation>Длинный опрос остался без ответа: %1.</translation>
    </message>
    <message>
        <source>The server sent a line that does not end.</source>
        <translation>Сервер прислал строку, которая никак не кончается.</translation>
    </message>
</context>
<context>
    <name>wiretale::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <extracomment>Titles of the menus</extracomment>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Clock</source>
        <translation>&amp;Часы</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>&amp;Линия</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>&amp;Публикация</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <extracomment>In every language the menu&apos;s title should name the word for language so that it can be guessed</extracomment>
        <translation>&amp;Язык (Language)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;Lesson</source>
        <translation>&amp;Урок</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Сообщение</translation>
    </message>
</context>
<context>
    <name>wiretale::MainWindow</name>
    <message>
        <source>Saved to %1</source>
        <translation>Сохранено в %1</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Выход</translation>
    </message>
    <message>
        <source>Le&amp;gend</source>
        <translation>О&amp;бозначения</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Управление</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Трафик</translation>
    </message>
    <message>
        <source>Run &amp;until…</source>
        <translation>Идти &amp;до…</translation>
    </message>
    <message>
        <source>&amp;Find messages</source>
        <translation>&amp;Найти сообщения</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Урок</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Find Text in All &amp;Bodies</source>
        <translation>Найти текст во всех &amp;телах</translation>
    </message>
    <message>
        <source>Find This &amp;Shape</source>
        <translation>Найти такую же &amp;фигуру</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Найденное</translation>
    </message>
    <message>
        <source>Rescued recording</source>
        <translation>Спасённая запись</translation>
    </message>
</context>
<context>
    <name>wiretale::MessageDescription</name>
    <message>
        <source>%1 s</source>
        <extracomment>%1 is a number of seconds on the program&apos;s clock</extracomment>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>%1 is a number of milliseconds</extracomment>
        <translation>%1 мс</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n байт</numerusform>
            <numerusform>%n байта</numerusform>
            <numerusform>%n байт</numerusform>
        </translation>
    </message>
    <message>
        <source>server</source>
        <translation>сервер</translation>
    </message>
    <message>
        <source>never: the other side was gone</source>
        <translation>никогда: другой стороны уже нет</translation>
    </message>
    <message>
        <source>still on its way</source>
        <translation>ещё в пути</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <extracomment>%1 is a time on the clock, %2 how long the message travelled</extracomment>
        <translation>%1, спустя %2</translation>
    </message>
    <message>
        <source>%1, of them %2 of events</source>
        <extracomment>%1 and %2 are sizes</extracomment>
        <translation>%1, из них %2 событий</translation>
    </message>
    <message>
        <source>%1 (%2 after its publishing)</source>
        <extracomment>An event and how long after its publishing it arrived: %1 is its id, %2 a time</extracomment>
        <translation>%1 (через %2 после публикации)</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Говорит</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Путь</translation>
    </message>
    <message>
        <source>Technique</source>
        <translation>Способ</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Соединение</translation>
    </message>
    <message>
        <source>Departed</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Прибыло</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
</context>
<context>
    <name>wiretale::MessageDetails</name>
    <message>
        <source>Click a message in the diagram to read it here.</source>
        <translation>Щёлкните сообщение на диаграмме, чтобы прочитать его здесь.</translation>
    </message>
    <message>
        <source>This message has no bytes.</source>
        <translation>В этом сообщении нет байтов.</translation>
    </message>
    <message>
        <source>The bytes of this message were not recorded.</source>
        <translation>Байты этого сообщения не записаны.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more byte(s)</source>
        <translation>
            <numerusform>… и ещё %n байт</numerusform>
            <numerusform>… и ещё %n байта</numerusform>
            <numerusform>… и ещё %n байт</numerusform>
        </translation>
    </message>
    <message>
        <source>What the frame carries:</source>
        <translation>Что несёт кадр:</translation>
    </message>
    <message>
        <source>Bytes of the message</source>
        <translation>Байты сообщения</translation>
    </message>
</context>
<context>
    <name>wiretale::MessageLabel</name>
    <message>
        <source>event %1</source>
        <translation>событие %1</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n событие</numerusform>
            <numerusform>%n события</numerusform>
            <numerusform>%n событий</numerusform>
        </translation>
    </message>
    <message>
        <source>event gap</source>
        <translation>пропуск событий</translation>
    </message>
    <message>
        <source>event</source>
        <translation>событие</translation>
    </message>
    <message>
        <source>text frame</source>
        <translation>текстовый кадр</translation>
    </message>
    <message>
        <source>binary frame</source>
        <translation>двоичный кадр</translation>
    </message>
    <message>
        <source>continuation frame</source>
        <translation>кадр-продолжение</translation>
    </message>
    <message>
        <source>connection cut</source>
        <translation>соединение разорвано</translation>
    </message>
    <message>
        <source>connection cut, nobody is told</source>
        <translation>соединение разорвано, никто об этом не узнал</translation>
    </message>
    <message>
        <source>proxy cuts an idle connection</source>
        <translation>прокси рвёт молчащее соединение</translation>
    </message>
    <message>
        <source>segment sent again</source>
        <translation>сегмент послан ещё раз</translation>
    </message>
    <message>
        <source>segment out of order</source>
        <translation>сегмент не по порядку</translation>
    </message>
    <message>
        <source>bytes missing in the capture</source>
        <translation>в записи нет байтов</translation>
    </message>
    <message>
        <source>connection opens</source>
        <translation>соединение открывается</translation>
    </message>
    <message>
        <source>connection reset</source>
        <translation>соединение сброшено</translation>
    </message>
    <message>
        <source>connection closes</source>
        <translation>соединение закрывается</translation>
    </message>
    <message>
        <source>last chunk</source>
        <translation>последняя часть</translation>
    </message>
    <message>
        <source>chunk, %1 B</source>
        <extracomment>A portion of an answer; %1: bytes</extracomment>
        <translation>часть, %1 Б</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>комментарий</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 Б</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>пропуск</translation>
    </message>
</context>
<context>
    <name>wiretale::MessageMark</name>
    <message>
        <source>connection opens</source>
        <translation>соединение открывается</translation>
    </message>
    <message>
        <source>connection closes</source>
        <translation>соединение закрывается</translation>
    </message>
    <message>
        <source>request</source>
        <translation>запрос</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>ответ</translation>
    </message>
    <message>
        <source>empty answer</source>
        <translation>пустой ответ</translation>
    </message>
    <message>
        <source>portion of an answer</source>
        <translation>часть ответа</translation>
    </message>
    <message>
        <source>pushed event</source>
        <translation>присланное событие</translation>
    </message>
    <message>
        <source>heartbeat</source>
        <translation>пульс</translation>
    </message>
    <message>
        <source>handshake</source>
        <translation>рукопожатие</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>кадр</translation>
    </message>
    <message>
        <source>ping, pong, close</source>
        <translation>ping, pong, close</translation>
    </message>
    <message>
        <source>error</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>other bytes</source>
        <translation>прочие байты</translation>
    </message>
</context>
<context>
    <name>wiretale::Moment</name>
    <message>
        <source>The moment breaks off; expected %1.</source>
        <translation>Описание момента обрывается; дальше нужно: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here; did you mean &quot;%2&quot;?</source>
        <translation>«%1» здесь неизвестно; может быть, «%2»?</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here; expected %2.</source>
        <translation>«%1» здесь неизвестно; нужно: %2.</translation>
    </message>
    <message>
        <source>The moment is complete before &quot;%1&quot;; take the rest away.</source>
        <translation>Момент описан полностью ещё до «%1»; уберите остальное.</translation>
    </message>
    <message>
        <source>a time such as 3s or 500ms</source>
        <translation>время, например 3s или 500ms</translation>
    </message>
    <message>
        <source>the event&apos;s number, from 1 on</source>
        <translation>номер события, начиная с 1</translation>
    </message>
    <message>
        <source>&quot;published&quot;, &quot;sent to ...&quot; or &quot;delivered to ...&quot;</source>
        <translation>«published», «sent to ...» или «delivered to ...»</translation>
    </message>
    <message>
        <source>a client&apos;s name</source>
        <translation>имя клиента</translation>
    </message>
    <message>
        <source>a filter such as kind:response</source>
        <translation>фильтр, например kind:response</translation>
    </message>
    <message>
        <source>&quot;of&quot; and a client, &quot;delivered&quot;, or &quot;where&quot; and a filter</source>
        <translation>«of» и клиент, «delivered» или «where» и фильтр</translation>
    </message>
    <message>
        <source>a moment such as &quot;at 3s&quot;, &quot;second request&quot; or &quot;event 3 published&quot;</source>
        <translation>момент, например «at 3s», «second request» или «event 3 published»</translation>
    </message>
</context>
<context>
    <name>wiretale::NamedLink</name>
    <message>
        <source>Loopback (no delay)</source>
        <translation>Петля (без задержки)</translation>
    </message>
    <message>
        <source>Local network (0.5 ms)</source>
        <translation>Локальная сеть (0,5 мс)</translation>
    </message>
    <message>
        <source>Mobile (60 ms)</source>
        <translation>Мобильная (60 мс)</translation>
    </message>
    <message>
        <source>Satellite (300 ms)</source>
        <translation>Спутник (300 мс)</translation>
    </message>
    <message>
        <source>Slow motion (700 ms)</source>
        <translation>Замедленная (700 мс)</translation>
    </message>
</context>
<context>
    <name>wiretale::NarrationView</name>
    <message>
        <source>In the end</source>
        <translation>В итоге</translation>
    </message>
    <message>
        <source>Right predictions: %1 of %2.</source>
        <translation>Верных предсказаний: %1 из %2.</translation>
    </message>
    <message>
        <source>You said %1, measured was %2.</source>
        <translation>Вы назвали %1, измерено %2.</translation>
    </message>
    <message>
        <source>True or not?</source>
        <translation>Правда или нет?</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Нет.</translation>
    </message>
    <message>
        <source>Partly.</source>
        <translation>Отчасти.</translation>
    </message>
    <message>
        <source>Yes.</source>
        <translation>Да.</translation>
    </message>
    <message>
        <source>See for yourself</source>
        <translation>Убедиться самому</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>How far a lesson is: chapter %1 of %2</extracomment>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>Back to the chapter before; what runs is not disturbed</source>
        <translation>К предыдущей главе; тому, что идёт, это не мешает</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Дальше</translation>
    </message>
    <message>
        <source>On to the next chapter: the time runs until it begins</source>
        <translation>К следующей главе: время идёт, пока она не начнётся</translation>
    </message>
    <message>
        <source>Run to the &amp;end</source>
        <translation>Идти до &amp;конца</translation>
    </message>
    <message>
        <source>Begin the lesson &amp;anew</source>
        <translation>Начать урок &amp;заново</translation>
    </message>
    <message>
        <source>&amp;Leave the lesson</source>
        <translation>&amp;Выйти из урока</translation>
    </message>
    <message>
        <source>Narration</source>
        <translation>Рассказ</translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>What people say, in quotation marks</extracomment>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>That was the experiment.</source>
        <translation>Это был опыт.</translation>
    </message>
    <message>
        <source>Next lesson: %1</source>
        <translation>Следующий урок: %1</translation>
    </message>
    <message>
        <source>What people say of it, and what is right.</source>
        <translation>Что об этом говорят и как на самом деле.</translation>
    </message>
    <message>
        <source>You look back; what runs is not disturbed. Next leads on, Live to now.</source>
        <translation>Вы смотрите назад; тому, что идёт, это не мешает. «Дальше» ведёт вперёд, «Сейчас» — к происходящему.</translation>
    </message>
    <message>
        <source>Go on, and see.</source>
        <translation>Продолжайте и смотрите.</translation>
    </message>
    <message>
        <source>The time stands still until you answer or skip.</source>
        <translation>Время стоит, пока вы не ответите или не пропустите вопрос.</translation>
    </message>
    <message>
        <source>It is over; Begin anew plays it again.</source>
        <translation>Всё; «Начать заново» сыграет ещё раз.</translation>
    </message>
    <message>
        <source>The time stands still. Next lets it run to the end.</source>
        <translation>Время стоит. «Дальше» пускает его до конца.</translation>
    </message>
    <message>
        <source>The time stands still. Next lets it run to the next chapter.</source>
        <translation>Время стоит. «Дальше» пускает его до следующей главы.</translation>
    </message>
    <message>
        <source>The time runs to the end.</source>
        <translation>Время идёт до конца.</translation>
    </message>
    <message>
        <source>The time runs to the next chapter.</source>
        <translation>Время идёт до следующей главы.</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Опыт</translation>
    </message>
    <message>
        <source>Back to the lesson</source>
        <translation>Назад к уроку</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>Все уроки</translation>
    </message>
    <message>
        <source>The lesson begins anew</source>
        <translation>Урок начнётся заново</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>Выйти из урока</translation>
    </message>
    <message>
        <source>How far the lesson is</source>
        <translation>Сколько урока пройдено</translation>
    </message>
    <message>
        <source>Back to what came before in the recording</source>
        <translation>Назад, к тому, что было в записи раньше</translation>
    </message>
    <message>
        <source>On to what came next in the recording</source>
        <translation>Вперёд, к тому, что было в записи дальше</translation>
    </message>
    <message>
        <source>The recording stopped before the lesson came to its end.</source>
        <translation>Запись обрывается раньше, чем закончился урок.</translation>
    </message>
    <message>
        <source>This was asked here. Next leads on.</source>
        <translation>Здесь был задан вопрос. «Дальше» ведёт вперёд.</translation>
    </message>
    <message>
        <source>This was recorded; Begin anew plays it again.</source>
        <translation>Это запись; «Начать заново» сыграет урок ещё раз.</translation>
    </message>
    <message>
        <source>This was recorded. Next shows it chapter by chapter; Begin anew plays it again.</source>
        <translation>Это запись. «Дальше» покажет её глава за главой, «Начать заново» сыграет урок ещё раз.</translation>
    </message>
    <message>
        <source>You look at a recording. Next leads on, End to its end.</source>
        <translation>Вы смотрите запись. «Дальше» ведёт вперёд, «Конец» — к её концу.</translation>
    </message>
</context>
<context>
    <name>wiretale::OpenActions</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>All that Wiretale opens</source>
        <translation>Всё, что открывает Wiretale</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Трафик</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Уроки</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Все файлы</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Открыть…</translation>
    </message>
    <message>
        <source>Open traffic that was saved, or captured by other programs, or a lesson</source>
        <translation>Открыть сохранённый трафик, захват другой программы или урок</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Открыть &amp;недавнее</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>&amp;Забыть эти файлы</translation>
    </message>
</context>
<context>
    <name>wiretale::OpenedTraffic</name>
    <message numerus="yes">
        <source>%1 is being read: %Ln message(s) so far.</source>
        <extracomment>%1: name of a file</extracomment>
        <translation>
            <numerusform>Идёт чтение %1: пока %Ln сообщение.</numerusform>
            <numerusform>Идёт чтение %1: пока %Ln сообщения.</numerusform>
            <numerusform>Идёт чтение %1: пока %Ln сообщений.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Read no further; what was read stays</source>
        <translation>Дальше не читать; прочитанное останется</translation>
    </message>
    <message numerus="yes">
        <source>%1: a recording of %Ln message(s).</source>
        <extracomment>%1: name of a file</extracomment>
        <translation>
            <numerusform>%1: запись из %Ln сообщения.</numerusform>
            <numerusform>%1: запись из %Ln сообщений.</numerusform>
            <numerusform>%1: запись из %Ln сообщений.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the recording</source>
        <translation>Закрыть запись</translation>
    </message>
    <message>
        <source>Begin anew with the server and clients of this program</source>
        <translation>Начать заново с сервером и клиентами этой программы</translation>
    </message>
</context>
<context>
    <name>wiretale::PageClient</name>
    <message>
        <source>The page could not be loaded: %1.</source>
        <translation>Страницу не удалось загрузить: %1.</translation>
    </message>
</context>
<context>
    <name>wiretale::PresenterMode</name>
    <message>
        <source>&amp;Presenter mode</source>
        <translation>Режим &amp;показа</translation>
    </message>
    <message>
        <source>Full screen and large type: the diagram, the narration and the score (F5)</source>
        <translation>Весь экран и крупный шрифт: диаграмма, рассказ и сводка (F5)</translation>
    </message>
    <message>
        <source>Page Down leads on, Page Up back. Esc leaves the presenter mode.</source>
        <translation>Page Down — дальше, Page Up — назад. Esc выходит из режима показа.</translation>
    </message>
</context>
<context>
    <name>wiretale::PublishPanel</name>
    <message>
        <source>the server</source>
        <extracomment>Who publishes an event</extracomment>
        <translation>сервер</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Публикация</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Сама собой</translation>
    </message>
    <message>
        <source>When the server publishes events by itself.</source>
        <translation>Когда сервер публикует события сам.</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Каждые</translation>
    </message>
    <message>
        <source>The interval, or the mean of random times, on the clock.</source>
        <translation>Промежуток или среднее случайных промежутков, по часам программы.</translation>
    </message>
    <message>
        <source>By hand, from</source>
        <translation>Вручную, от</translation>
    </message>
    <message>
        <source>Who publishes the event below: the server, or a client by its own way.</source>
        <translation>Кто публикует событие ниже: сервер или клиент своим способом.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>The event&apos;s type: a name that clients can listen for.</source>
        <translation>Тип события: имя, на которое клиенты могут подписаться.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>The event&apos;s data. Return publishes it.</source>
        <translation>Данные события. Ввод публикует его.</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> мс</translation>
    </message>
    <message>
        <source>only by hand</source>
        <translation>только вручную</translation>
    </message>
    <message>
        <source>at an interval</source>
        <translation>через промежуток</translation>
    </message>
    <message>
        <source>at random times</source>
        <translation>в случайные моменты</translation>
    </message>
</context>
<context>
    <name>wiretale::Publishing</name>
    <message>
        <source>&amp;Publish</source>
        <translation>&amp;Опубликовать</translation>
    </message>
    <message>
        <source>Publish this event now (Ctrl+Return)</source>
        <translation>Опубликовать это событие сейчас (Ctrl+Ввод)</translation>
    </message>
    <message>
        <source>By &amp;hand only</source>
        <translation>Только вру&amp;чную</translation>
    </message>
    <message>
        <source>At an &amp;interval</source>
        <translation>Через &amp;промежуток</translation>
    </message>
    <message>
        <source>At &amp;random times</source>
        <translation>В &amp;случайные моменты</translation>
    </message>
    <message>
        <source>Hello</source>
        <extracomment>Data of the first event that somebody publishes by hand</extracomment>
        <translation>Привет</translation>
    </message>
</context>
<context>
    <name>wiretale::Quantities</name>
    <message>
        <source>&quot;%1&quot; is not a length of time; write it like 30s, 500ms or 2min.</source>
        <translation>«%1» — не промежуток времени; пишите, например, 30s, 500ms или 2min.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a bandwidth; write it like 64kbit, 2Mbit or 1Gbit.</source>
        <translation>«%1» — не пропускная способность; пишите, например, 64kbit, 2Mbit или 1Gbit.</translation>
    </message>
</context>
<context>
    <name>wiretale::QuestionView</name>
    <message>
        <source>Right.</source>
        <translation>Верно.</translation>
    </message>
    <message>
        <source>Not quite.</source>
        <translation>Не совсем.</translation>
    </message>
    <message>
        <source>The end of the lesson will tell.</source>
        <translation>Это покажет конец урока.</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation>Верный ответ: %1.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Продолжить</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>&amp;Ответить</translation>
    </message>
    <message>
        <source>Let the time run on and see</source>
        <translation>Пустить время дальше и посмотреть</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>Ваша догадка</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Вопрос</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>&amp;Пропустить</translation>
    </message>
    <message>
        <source>Nobody answered.</source>
        <translation>Ответа не было.</translation>
    </message>
</context>
<context>
    <name>wiretale::RatePlot</name>
    <message>
        <source>Messages per second</source>
        <translation>Сообщений в секунду</translation>
    </message>
    <message>
        <source>Thousand messages per second</source>
        <translation>Тысяч сообщений в секунду</translation>
    </message>
    <message>
        <source>Bytes per second</source>
        <translation>Байт в секунду</translation>
    </message>
    <message>
        <source>Kilobytes per second</source>
        <translation>Килобайт в секунду</translation>
    </message>
    <message>
        <source>The last minute of the clock, second by second; 0 is now. The scale fits the four techniques: plain HTTP, such as a page that is loaded, may stick out above.</source>
        <translation>Последняя минута по часам программы, секунда за секундой; 0 — сейчас. Шкала подобрана для четырёх способов: обычный HTTP, например загрузка страницы, может выйти за верхний край.</translation>
    </message>
</context>
<context>
    <name>wiretale::RateSlider</name>
    <message>
        <source>Rate</source>
        <translation>Темп</translation>
    </message>
    <message>
        <source>Rate of the clock</source>
        <translation>Темп часов</translation>
    </message>
    <message>
        <source>How fast the clock runs: ×1 is real time. Slower and faster: [ and ]</source>
        <translation>Как быстро идут часы: ×1 — реальное время. Медленнее и быстрее: [ и ]</translation>
    </message>
</context>
<context>
    <name>wiretale::RecordCard</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n байт</numerusform>
            <numerusform>%n байта</numerusform>
            <numerusform>%n байт</numerusform>
        </translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Прибыло</translation>
    </message>
    <message>
        <source>Modelled transit</source>
        <translation>Время в пути (модель)</translation>
    </message>
    <message>
        <source>never: its receiver was gone</source>
        <translation>никогда: получателя уже нет</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ещё нет</translation>
    </message>
    <message>
        <source>Held by the server</source>
        <translation>Сервер держал</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>В проводе</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Полезная нагрузка</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
</context>
<context>
    <name>wiretale::Report</name>
    <message>
        <source>Recorded by Wiretale %1 on %2: %3 messages in %4 of the clock&apos;s time.</source>
        <translation>Записано Wiretale %1, %2. Сообщений: %3; по часам программы прошло %4.</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Урок</translation>
    </message>
    <message numerus="yes">
        <source>%n more page(s) of the diagram are left out here; as a PDF it has them all.</source>
        <translation>
            <numerusform>Ещё %n страница диаграммы здесь опущена; в PDF есть все.</numerusform>
            <numerusform>Ещё %n страницы диаграммы здесь опущены; в PDF есть все.</numerusform>
            <numerusform>Ещё %n страниц диаграммы здесь опущены; в PDF есть все.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who paid what</source>
        <translation>Кто чем заплатил</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Трафик</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Диаграмма</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Bytes on the wire in each %1; pale is what carries no event.</source>
        <translation>Байты на проводе за каждые %1; бледным показано то, что не несёт событий.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Time, s</source>
        <translation>Время, с</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Technique</source>
        <translation>Техника</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Wire bytes</source>
        <translation>Байт на проводе</translation>
    </message>
    <message>
        <source>Payload bytes</source>
        <translation>Байт полезных данных</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Удержано</translation>
    </message>
    <message numerus="yes">
        <source>%n more message(s) are not listed here; a table for spreadsheets has them all.</source>
        <translation>
            <numerusform>Ещё %n сообщение здесь не приведено; в таблице для электронных таблиц есть все.</numerusform>
            <numerusform>Ещё %n сообщения здесь не приведены; в таблице для электронных таблиц есть все.</numerusform>
            <numerusform>Ещё %n сообщений здесь не приведены; в таблице для электронных таблиц есть все.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::RequestGate</name>
    <message>
        <source>The request did not come to its end in time.</source>
        <translation>Запрос не пришёл целиком вовремя.</translation>
    </message>
    <message>
        <source>The request could not be read.</source>
        <translation>Запрос не удалось прочитать.</translation>
    </message>
    <message>
        <source>The server has as many connections as it may have.</source>
        <translation>У сервера уже столько соединений, сколько ему разрешено.</translation>
    </message>
</context>
<context>
    <name>wiretale::RequestHead</name>
    <message>
        <source>A header line is not &quot;Name: value&quot;.</source>
        <translation>Строка заголовка — не «Имя: значение».</translation>
    </message>
    <message>
        <source>A header&apos;s value has a control character.</source>
        <translation>В значении заголовка — управляющий символ.</translation>
    </message>
    <message numerus="yes">
        <source>A request has at most %n header(s).</source>
        <translation>
            <numerusform>В запросе не больше %n заголовка.</numerusform>
            <numerusform>В запросе не больше %n заголовков.</numerusform>
            <numerusform>В запросе не больше %n заголовков.</numerusform>
        </translation>
    </message>
    <message>
        <source>A request of HTTP/1.1 has exactly one &quot;Host&quot;.</source>
        <translation>В запросе HTTP/1.1 ровно один «Host».</translation>
    </message>
    <message>
        <source>The &quot;Host&quot; is no host.</source>
        <translation>«Host» — не имя узла.</translation>
    </message>
    <message>
        <source>&quot;Transfer-Encoding&quot; goes neither with &quot;Content-Length&quot; nor with HTTP/1.0.</source>
        <translation>«Transfer-Encoding» не сочетается ни с «Content-Length», ни с HTTP/1.0.</translation>
    </message>
    <message>
        <source>&quot;Content-Length&quot; is one whole number.</source>
        <translation>«Content-Length» — одно целое число.</translation>
    </message>
    <message>
        <source>The first line is not &quot;METHOD /path HTTP/1.1&quot;.</source>
        <translation>Первая строка — не «МЕТОД /путь HTTP/1.1».</translation>
    </message>
</context>
<context>
    <name>wiretale::RequestReader</name>
    <message>
        <source>The body&apos;s chunks are malformed.</source>
        <translation>Порции тела искажены.</translation>
    </message>
    <message>
        <source>The request&apos;s first line is too long.</source>
        <translation>Первая строка запроса слишком длинна.</translation>
    </message>
    <message>
        <source>The request&apos;s headers are too long.</source>
        <translation>Заголовки запроса слишком длинны.</translation>
    </message>
    <message>
        <source>This is no HTTP request.</source>
        <translation>Это не запрос HTTP.</translation>
    </message>
    <message>
        <source>A line ends with CR and LF.</source>
        <translation>Строка кончается на CR и LF.</translation>
    </message>
    <message>
        <source>A body has at most %1 bytes here.</source>
        <translation>Тело здесь — не больше %1 байт.</translation>
    </message>
</context>
<context>
    <name>wiretale::Rule</name>
    <message>
        <source>lines of a head end with CRLF</source>
        <translation>строки заголовков кончаются на CRLF</translation>
    </message>
    <message>
        <source>no empty line before a message</source>
        <translation>перед сообщением нет пустой строки</translation>
    </message>
    <message>
        <source>the version is written HTTP/1.1 or HTTP/1.0</source>
        <translation>версия пишется HTTP/1.1 или HTTP/1.0</translation>
    </message>
    <message>
        <source>a header&apos;s name is a token, without spaces or brackets</source>
        <translation>имя заголовка — лексема без пробелов и скобок</translation>
    </message>
    <message>
        <source>no space between a header&apos;s name and its colon</source>
        <translation>между именем заголовка и двоеточием нет пробела</translation>
    </message>
    <message>
        <source>a header&apos;s value is not continued on the next line</source>
        <translation>значение заголовка не переносится на следующую строку</translation>
    </message>
    <message>
        <source>no control characters in a header&apos;s value</source>
        <translation>в значении заголовка нет управляющих символов</translation>
    </message>
    <message>
        <source>a header that is no list is sent only once</source>
        <translation>заголовок, который не список, посылают один раз</translation>
    </message>
    <message>
        <source>Content-Length is digits and nothing else</source>
        <translation>Content-Length — только цифры</translation>
    </message>
    <message>
        <source>no two Content-Length that differ</source>
        <translation>нет двух разных Content-Length</translation>
    </message>
    <message>
        <source>no Content-Length with Transfer-Encoding</source>
        <translation>нет Content-Length вместе с Transfer-Encoding</translation>
    </message>
    <message>
        <source>chunked is the last transfer coding, and stands there once</source>
        <translation>chunked — последнее кодирование передачи и стоит один раз</translation>
    </message>
    <message>
        <source>Upgrade is named in Connection</source>
        <translation>Upgrade назван в Connection</translation>
    </message>
    <message>
        <source>what has a body has a Content-Type</source>
        <translation>у того, что с телом, есть Content-Type</translation>
    </message>
    <message>
        <source>a request of HTTP/1.1 has a Host</source>
        <translation>в запросе HTTP/1.1 есть Host</translation>
    </message>
    <message>
        <source>only one Host</source>
        <translation>Host только один</translation>
    </message>
    <message>
        <source>no spaces in the target</source>
        <translation>в цели запроса нет пробелов</translation>
    </message>
    <message>
        <source>the target is a path, a whole URL, or * with OPTIONS</source>
        <translation>цель — путь, целый URL или * у OPTIONS</translation>
    </message>
    <message>
        <source>no fragment (#) in the target</source>
        <translation>в цели запроса нет фрагмента (#)</translation>
    </message>
    <message>
        <source>methods are written in capitals</source>
        <translation>методы пишутся заглавными</translation>
    </message>
    <message>
        <source>no body with GET or HEAD</source>
        <translation>у GET и HEAD нет тела</translation>
    </message>
    <message>
        <source>no body with TRACE</source>
        <translation>у TRACE нет тела</translation>
    </message>
    <message>
        <source>no request after one with Connection: close</source>
        <translation>после запроса с Connection: close запросов нет</translation>
    </message>
    <message>
        <source>no Expect: 100-continue without a body</source>
        <translation>нет Expect: 100-continue без тела</translation>
    </message>
    <message>
        <source>a status is from 100 to 599</source>
        <translation>код состояния — от 100 до 599</translation>
    </message>
    <message>
        <source>a space behind the status, even without a reason</source>
        <translation>после кода стоит пробел, даже если пояснения нет</translation>
    </message>
    <message>
        <source>no Content-Length in a 204</source>
        <translation>нет Content-Length в ответе 204</translation>
    </message>
    <message>
        <source>no Content-Length in a 1xx</source>
        <translation>нет Content-Length в ответе 1xx</translation>
    </message>
    <message>
        <source>no Transfer-Encoding in a 1xx or 204</source>
        <translation>нет Transfer-Encoding в ответах 1xx и 204</translation>
    </message>
    <message>
        <source>no body in a 205</source>
        <translation>в ответе 205 нет тела</translation>
    </message>
    <message>
        <source>no Transfer-Encoding to a client of HTTP/1.0</source>
        <translation>клиенту HTTP/1.0 не посылают Transfer-Encoding</translation>
    </message>
    <message>
        <source>no 1xx to a client of HTTP/1.0</source>
        <translation>клиенту HTTP/1.0 не посылают 1xx</translation>
    </message>
    <message>
        <source>an answer has a Date</source>
        <translation>в ответе есть Date</translation>
    </message>
    <message>
        <source>a date is written like Sun, 06 Nov 1994 08:49:37 GMT</source>
        <translation>дата пишется как Sun, 06 Nov 1994 08:49:37 GMT</translation>
    </message>
    <message>
        <source>an ETag stands in quotation marks</source>
        <translation>ETag стоит в кавычках</translation>
    </message>
    <message>
        <source>a 206 says which part it is</source>
        <translation>ответ 206 говорит, какая это часть</translation>
    </message>
    <message>
        <source>a redirection has a Location</source>
        <translation>у перенаправления есть Location</translation>
    </message>
    <message>
        <source>a 401 has a WWW-Authenticate</source>
        <translation>в ответе 401 есть WWW-Authenticate</translation>
    </message>
    <message>
        <source>a 405 has an Allow</source>
        <translation>в ответе 405 есть Allow</translation>
    </message>
    <message>
        <source>a 407 has a Proxy-Authenticate</source>
        <translation>в ответе 407 есть Proxy-Authenticate</translation>
    </message>
    <message>
        <source>a 426 has an Upgrade</source>
        <translation>в ответе 426 есть Upgrade</translation>
    </message>
    <message>
        <source>Retry-After is a date or a number of seconds</source>
        <translation>Retry-After — дата или число секунд</translation>
    </message>
    <message>
        <source>no 101 that the client has not asked for</source>
        <translation>нет ответа 101, о котором клиент не просил</translation>
    </message>
    <message>
        <source>lines around chunks end with CRLF</source>
        <translation>строки вокруг кусков кончаются на CRLF</translation>
    </message>
    <message>
        <source>no trailer that says where the message ends</source>
        <translation>после тела нет заголовков о том, где кончается сообщение</translation>
    </message>
    <message>
        <source>Last-Event-ID is sent only if there is one</source>
        <translation>Last-Event-ID посылают, только если он есть</translation>
    </message>
    <message>
        <source>a browser asks for an event stream by GET alone</source>
        <translation>браузер просит поток событий только через GET</translation>
    </message>
    <message>
        <source>an event stream opens with 200 alone</source>
        <translation>поток событий открывает только ответ 200</translation>
    </message>
    <message>
        <source>an event stream is UTF-8 and names no other charset</source>
        <translation>поток событий идёт в UTF-8 и не называет другой кодировки</translation>
    </message>
    <message>
        <source>an event stream is UTF-8</source>
        <translation>поток событий — это UTF-8</translation>
    </message>
    <message>
        <source>fields are called data, event, id or retry; others are skipped</source>
        <translation>поля зовутся data, event, id и retry; прочие пропускают</translation>
    </message>
    <message>
        <source>names of fields are in small letters</source>
        <translation>имена полей — строчными буквами</translation>
    </message>
    <message>
        <source>a byte order mark stands at the very beginning alone</source>
        <translation>метка порядка байтов стоит только в самом начале</translation>
    </message>
    <message>
        <source>retry is digits and nothing else</source>
        <translation>retry — только цифры</translation>
    </message>
    <message>
        <source>no NUL in an id</source>
        <translation>в id нет NUL</translation>
    </message>
    <message>
        <source>an event without data is never dispatched</source>
        <translation>событие без data никому не доставят</translation>
    </message>
    <message>
        <source>the handshake is a GET</source>
        <translation>рукопожатие — это GET</translation>
    </message>
    <message>
        <source>the handshake is at least HTTP/1.1</source>
        <translation>рукопожатие идёт по HTTP/1.1 или новее</translation>
    </message>
    <message>
        <source>Sec-WebSocket-Key is 16 bytes in Base64</source>
        <translation>Sec-WebSocket-Key — 16 байтов в Base64</translation>
    </message>
    <message>
        <source>Sec-WebSocket-Version is 13</source>
        <translation>Sec-WebSocket-Version равен 13</translation>
    </message>
    <message>
        <source>the 101 says Upgrade: websocket and Connection: Upgrade</source>
        <translation>ответ 101 говорит Upgrade: websocket и Connection: Upgrade</translation>
    </message>
    <message>
        <source>Sec-WebSocket-Accept answers the key that was sent</source>
        <translation>Sec-WebSocket-Accept отвечает на присланный ключ</translation>
    </message>
    <message>
        <source>no subprotocol that the client did not offer</source>
        <translation>нет подпротокола, которого клиент не предлагал</translation>
    </message>
    <message>
        <source>no extension that the client did not offer</source>
        <translation>нет расширения, которого клиент не предлагал</translation>
    </message>
    <message>
        <source>a client masks all its frames</source>
        <translation>клиент маскирует все свои кадры</translation>
    </message>
    <message>
        <source>a server masks none of its frames</source>
        <translation>сервер не маскирует своих кадров</translation>
    </message>
    <message>
        <source>each frame has a masking key of its own, which nobody can guess</source>
        <translation>у каждого кадра свой ключ маски, который не угадать</translation>
    </message>
    <message>
        <source>RSV bits are 0 unless an extension was agreed on</source>
        <translation>биты RSV равны 0, если не условились о расширении</translation>
    </message>
    <message>
        <source>no reserved opcodes</source>
        <translation>нет зарезервированных кодов операции</translation>
    </message>
    <message>
        <source>the length is written in as few bytes as possible</source>
        <translation>длина записана как можно меньшим числом байтов</translation>
    </message>
    <message>
        <source>the most significant bit of the length is 0</source>
        <translation>старший бит длины равен 0</translation>
    </message>
    <message>
        <source>a control frame carries 125 bytes at the most</source>
        <translation>служебный кадр несёт не больше 125 байтов</translation>
    </message>
    <message>
        <source>a control frame is never fragmented</source>
        <translation>служебный кадр не дробят</translation>
    </message>
    <message>
        <source>no continuation of nothing</source>
        <translation>нельзя продолжать то, что не начато</translation>
    </message>
    <message>
        <source>no new message before the last is over</source>
        <translation>нельзя начать сообщение, пока не кончено прежнее</translation>
    </message>
    <message>
        <source>a text message is UTF-8</source>
        <translation>текстовое сообщение — это UTF-8</translation>
    </message>
    <message>
        <source>what a close frame says begins with a code of two bytes</source>
        <translation>кадр закрытия начинается с кода в два байта</translation>
    </message>
    <message>
        <source>no close code that is never sent (1005, 1006, 1015, below 1000)</source>
        <translation>нет кода закрытия, который не посылают (1005, 1006, 1015, меньше 1000)</translation>
    </message>
    <message>
        <source>the reason in a close frame is UTF-8</source>
        <translation>причина в кадре закрытия — это UTF-8</translation>
    </message>
    <message>
        <source>no frames after a close frame</source>
        <translation>после кадра закрытия кадров нет</translation>
    </message>
    <message>
        <source>no 206 to a request without a Range</source>
        <translation>206 — только в ответ на запрос с Range</translation>
    </message>
    <message>
        <source>no 304 to a request without a condition</source>
        <translation>304 — только в ответ на запрос с условием</translation>
    </message>
    <message>
        <source>no body in the answer to HEAD</source>
        <translation>в ответе на HEAD нет тела</translation>
    </message>
    <message>
        <source>no body behind a 204 or 304</source>
        <translation>за 204 и 304 не следует тело</translation>
    </message>
    <message>
        <source>behind a body&apos;s end the next answer begins</source>
        <translation>за концом тела начинается следующий ответ</translation>
    </message>
    <message>
        <source>Last-Event-ID is one that a stream has sent</source>
        <translation>в Last-Event-ID стоит id, который был в потоке</translation>
    </message>
    <message>
        <source>compression is marked in the first frame of a message alone</source>
        <translation>сжатие отмечают только в первом кадре сообщения</translation>
    </message>
    <message>
        <source>a pong carries what its ping carried</source>
        <translation>pong несёт то же, что нёс его ping</translation>
    </message>
</context>
<context>
    <name>wiretale::RunUntilDialog</name>
    <message>
        <source>Run until</source>
        <translation>Идти до момента</translation>
    </message>
    <message>
        <source>The clock runs until this moment comes, then stops. Counted from now; write it in these words:</source>
        <translation>Часы идут, пока не наступит этот момент, и останавливаются. Считается с этой минуты; пишите такими словами:</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Идти</translation>
    </message>
    <message>
        <source>&quot;after&quot; belongs to a lesson&apos;s chapters; write &quot;at&quot; and a time of the clock.</source>
        <translation>«after» бывает только в главах урока; напишите «at» и время на часах.</translation>
    </message>
</context>
<context>
    <name>wiretale::SaveDialog</name>
    <message>
        <source>Save traffic</source>
        <translation>Сохранить трафик</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>What the filter chooses</source>
        <translation>То, что выбирает фильтр</translation>
    </message>
    <message numerus="yes">
        <source>The %n rows chosen in the table</source>
        <translation>
            <numerusform>%n выбранная строка таблицы</numerusform>
            <numerusform>%n выбранные строки таблицы</numerusform>
            <numerusform>%n выбранных строк таблицы</numerusform>
        </translation>
    </message>
    <message>
        <source>What the diagram shows now</source>
        <translation>То, что сейчас видно на диаграмме</translation>
    </message>
    <message>
        <source>&amp;How much:</source>
        <translation>&amp;Сколько:</translation>
    </message>
    <message>
        <source>In a .pcapng, connections stay whole: all messages of a connection are saved if one of them is chosen.</source>
        <translation>В файле .pcapng соединения остаются целыми: если выбрано хотя бы одно сообщение соединения, сохраняются все.</translation>
    </message>
</context>
<context>
    <name>wiretale::ScorecardModel</name>
    <message>
        <source>Technique</source>
        <translation>Способ</translation>
    </message>
    <message>
        <source>How the client learns of news. Open a row to see its clients.</source>
        <translation>Как клиент узнаёт о новостях. Раскройте строку, чтобы увидеть клиентов.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Запросы</translation>
    </message>
    <message>
        <source>HTTP requests sent, the handshake of WebSocket included.</source>
        <translation>Отправлено запросов HTTP, включая рукопожатие WebSocket.</translation>
    </message>
    <message>
        <source>Empty
answers</source>
        <translation>Пустые
ответы</translation>
    </message>
    <message>
        <source>Answers to polls that carried no event.</source>
        <translation>Ответы на опросы, не принёсшие событий.</translation>
    </message>
    <message>
        <source>Events
delivered</source>
        <translation>Событий
доставлено</translation>
    </message>
    <message>
        <source>Events that arrived at a client.</source>
        <translation>События, дошедшие до клиента.</translation>
    </message>
    <message>
        <source>Latency,
median</source>
        <translation>Задержка,
медиана</translation>
    </message>
    <message>
        <source>From an event&apos;s publishing to its arrival, in the clock&apos;s time: half of the events took no longer.</source>
        <translation>От публикации события до прибытия, по часам программы: половина событий дошла не дольше.</translation>
    </message>
    <message>
        <source>Latency,
95 %</source>
        <translation>Задержка,
95 %</translation>
    </message>
    <message>
        <source>From an event&apos;s publishing to its arrival: of 100 events, 95 took no longer.</source>
        <translation>От публикации события до прибытия: 95 событий из 100 дошли не дольше.</translation>
    </message>
    <message>
        <source>Latency,
worst</source>
        <translation>Задержка,
худшая</translation>
    </message>
    <message>
        <source>From an event&apos;s publishing to its arrival: the longest that any took.</source>
        <translation>От публикации события до прибытия: самое долгое из всех.</translation>
    </message>
    <message>
        <source>On the
wire</source>
        <translation>В
проводе</translation>
    </message>
    <message>
        <source>All bytes in both directions: request lines, headers, framing and data.</source>
        <translation>Все байты в обе стороны: строки запросов, заголовки, обрамление и данные.</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Полезные
байты</translation>
    </message>
    <message>
        <source>Bytes of the data of the events themselves.</source>
        <translation>Байты данных самих событий.</translation>
    </message>
    <message>
        <source>Overhead
per event</source>
        <translation>Накладные
на событие</translation>
    </message>
    <message>
        <source>Bytes on the wire less payload, divided by the events delivered.</source>
        <translation>Байты в проводе без полезной нагрузки, делённые на число доставленных событий.</translation>
    </message>
    <message>
        <source>TCP
opened</source>
        <translation>TCP
открыто</translation>
    </message>
    <message>
        <source>TCP connections opened since the start.</source>
        <translation>Соединений TCP открыто с начала.</translation>
    </message>
    <message>
        <source>TCP
open</source>
        <translation>TCP
сейчас</translation>
    </message>
    <message>
        <source>TCP connections open at this moment.</source>
        <translation>Соединений TCP открыто в эту минуту.</translation>
    </message>
    <message>
        <source>Time
held</source>
        <translation>Время
удержания</translation>
    </message>
    <message>
        <source>How long requests waited at the server for their answers, added up.</source>
        <translation>Сколько запросы ждали ответа на сервере, в сумме.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>%1 is a number of seconds</extracomment>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>%1 is a number of milliseconds</extracomment>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>%1 B</source>
        <extracomment>%1 is a number of bytes</extracomment>
        <translation>%1 Б</translation>
    </message>
    <message>
        <source>The best of the techniques that delivered events.</source>
        <translation>Лучший из способов, доставивших события.</translation>
    </message>
</context>
<context>
    <name>wiretale::ScorecardText</name>
    <message>
        <source>technique</source>
        <translation>способ</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>запросы</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пустые</translation>
    </message>
    <message>
        <source>events</source>
        <translation>события</translation>
    </message>
    <message>
        <source>median ms</source>
        <translation>медиана мс</translation>
    </message>
    <message>
        <source>95 % ms</source>
        <translation>95 % мс</translation>
    </message>
    <message>
        <source>worst ms</source>
        <translation>худшее мс</translation>
    </message>
    <message>
        <source>wire bytes</source>
        <translation>байт в проводе</translation>
    </message>
    <message>
        <source>payload</source>
        <translation>полезных</translation>
    </message>
    <message>
        <source>overhead/event</source>
        <translation>накладных/событие</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>соединений</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыто</translation>
    </message>
    <message>
        <source>held s</source>
        <translation>удержано с</translation>
    </message>
</context>
<context>
    <name>wiretale::ScorecardView</name>
    <message>
        <source>Scorecard</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Times are the model&apos;s, on the program&apos;s clock; its rate does not enter. Bold: the best.</source>
        <translation>Время — модельное, по часам программы; их темп на него не влияет. Жирным — лучшее.</translation>
    </message>
</context>
<context>
    <name>wiretale::ScrubberView</name>
    <message>
        <source>Recorded time</source>
        <translation>Записанное время</translation>
    </message>
    <message>
        <source>&amp;Back by a message</source>
        <translation>На сообщение &amp;назад</translation>
    </message>
    <message>
        <source>&amp;On by a message</source>
        <translation>На сообщение &amp;вперёд</translation>
    </message>
    <message>
        <source>&amp;Live: what happens now</source>
        <translation>К &amp;настоящему: что происходит сейчас</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Back to what happens now; looking back never stops it</source>
        <translation>Назад к тому, что происходит сейчас; взгляд назад ничего не останавливает</translation>
    </message>
    <message>
        <source>The recording&apos;s &amp;end</source>
        <translation>&amp;Конец записи</translation>
    </message>
    <message>
        <source>End</source>
        <extracomment>A button that leads to the end of a recording</extracomment>
        <translation>Конец</translation>
    </message>
    <message>
        <source>To the recording&apos;s end: all that was recorded</source>
        <translation>К концу записи: всё, что было записано</translation>
    </message>
</context>
<context>
    <name>wiretale::SearchPanel</name>
    <message>
        <source>&quot;%1&quot; in bodies</source>
        <extracomment>what is looked for: %1 is a text</extracomment>
        <translation>«%1» в телах</translation>
    </message>
    <message>
        <source>Text is looked for in the bodies of all messages. To look for a shape, choose a few messages in the table.</source>
        <translation>Текст ищется в телах всех сообщений. Чтобы искать фигуру, выберите несколько сообщений в таблице.</translation>
    </message>
    <message numerus="yes">
        <source>%1: found %n place(s) so far</source>
        <extracomment>%1 is what is looked for</extracomment>
        <translation>
            <numerusform>%1: пока найдено %n место</numerusform>
            <numerusform>%1: пока найдено %n места</numerusform>
            <numerusform>%1: пока найдено %n мест</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: found %n place(s)</source>
        <extracomment>%1 is what is looked for</extracomment>
        <translation>
            <numerusform>%1: найдено %n место</numerusform>
            <numerusform>%1: найдено %n места</numerusform>
            <numerusform>%1: найдено %n мест</numerusform>
        </translation>
    </message>
    <message>
        <source>Text in bodies</source>
        <translation>Текст в телах</translation>
    </message>
    <message>
        <source>Text to look for in all bodies</source>
        <translation>Какой текст искать во всех телах</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Найти</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Найденные места</translation>
    </message>
</context>
<context>
    <name>wiretale::SequenceLayout</name>
    <message>
        <source>held %1 s</source>
        <extracomment>Beside a request that the server holds; %1: seconds, counting up</extracomment>
        <translation>держит %1 с</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A time on the clock; %1: seconds</extracomment>
        <translation>%1 с</translation>
    </message>
</context>
<context>
    <name>wiretale::SequencePainter</name>
    <message>
        <source>server</source>
        <translation>сервер</translation>
    </message>
</context>
<context>
    <name>wiretale::SequenceView</name>
    <message>
        <source>Sequence diagram</source>
        <translation>Диаграмма последовательности</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Крупнее</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Мельче</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>&amp;Обычный размер</translation>
    </message>
    <message>
        <source>Back to the &amp;newest message</source>
        <translation>К са&amp;мому новому сообщению</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>К настоящему</translation>
    </message>
    <message>
        <source>Messages appear here as they leave.</source>
        <translation>Сообщения появятся здесь, как только будут отправлены.</translation>
    </message>
    <message>
        <source>How time is drawn; the next way: a click, or T</source>
        <translation>Как рисуется время; другой способ: щелчок или T</translation>
    </message>
    <message>
        <source>S&amp;how all messages, without the filter</source>
        <translation>По&amp;казать все сообщения, без фильтра</translation>
    </message>
    <message>
        <source>The filter chooses none of the messages.</source>
        <translation>Фильтр не выбирает ни одного сообщения.</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>К концу</translation>
    </message>
</context>
<context>
    <name>wiretale::SettingChange</name>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>on</source>
        <translation>да</translation>
    </message>
    <message>
        <source>off</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>%1 kbit/s</source>
        <translation>%1 кбит/с</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>каждые %1</translation>
    </message>
    <message>
        <source>at random, every %1 on average</source>
        <translation>случайно, в среднем каждые %1</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>вручную</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>poll interval</source>
        <translation>промежуток опроса</translation>
    </message>
    <message>
        <source>long-poll timeout</source>
        <translation>тайм-аут длинного опроса</translation>
    </message>
    <message>
        <source>heartbeat</source>
        <translation>сердцебиение</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>пауза перед повтором</translation>
    </message>
    <message>
        <source>empty answer</source>
        <translation>пустой ответ</translation>
    </message>
    <message>
        <source>answers in portions</source>
        <translation>ответ по частям</translation>
    </message>
    <message>
        <source>clients talk back</source>
        <translation>клиенты пишут серверу</translation>
    </message>
    <message>
        <source>proxy cuts what is idle</source>
        <translation>прокси рвёт простаивающее</translation>
    </message>
    <message>
        <source>link</source>
        <translation>связь</translation>
    </message>
    <message>
        <source>publishing</source>
        <translation>публикация</translation>
    </message>
</context>
<context>
    <name>wiretale::Technique</name>
    <message>
        <source>AJAX polling</source>
        <translation>AJAX-опрос</translation>
    </message>
    <message>
        <source>Long polling</source>
        <translation>Длинный опрос</translation>
    </message>
    <message>
        <source>Server-sent events</source>
        <translation>События от сервера</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>Plain HTTP</source>
        <translation>Обычный HTTP</translation>
    </message>
</context>
<context>
    <name>wiretale::TextSize</name>
    <message>
        <source>&amp;Larger text</source>
        <translation>Текст &amp;крупнее</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Текст &amp;мельче</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>&amp;Обычный размер текста</translation>
    </message>
</context>
<context>
    <name>wiretale::ThreadActions</name>
    <message>
        <source>To what &amp;caused it</source>
        <translation>К &amp;причине</translation>
    </message>
    <message>
        <source>To what it ca&amp;used</source>
        <translation>К &amp;следствию</translation>
    </message>
    <message>
        <source>&amp;Previous message of this client</source>
        <translation>Пред&amp;ыдущее сообщение этого клиента</translation>
    </message>
    <message>
        <source>Next &amp;message of this client</source>
        <translation>Следующее сооб&amp;щение этого клиента</translation>
    </message>
    <message>
        <source>Next &amp;empty answer</source>
        <translation>Следующий пустой &amp;ответ</translation>
    </message>
</context>
<context>
    <name>wiretale::TimeModeActions</name>
    <message>
        <source>folded</source>
        <extracomment>How the diagram draws time, in a word above its ruler: idle stretches are left out</extracomment>
        <translation>сжато</translation>
    </message>
    <message>
        <source>linear</source>
        <extracomment>How the diagram draws time, in a word above its ruler: as it passes</extracomment>
        <translation>линейно</translation>
    </message>
    <message>
        <source>steps</source>
        <extracomment>How the diagram draws time, in a word above its ruler: every message the same distance</extracomment>
        <translation>шагами</translation>
    </message>
    <message>
        <source>&amp;Time is drawn</source>
        <translation>&amp;Время рисуется</translation>
    </message>
    <message>
        <source>&amp;Folded: idle stretches are left out</source>
        <translation>&amp;Сжато: промежутки, когда ничего не идёт, пропущены</translation>
    </message>
    <message>
        <source>&amp;Linear: as it passes</source>
        <translation>&amp;Линейно: так, как оно идёт</translation>
    </message>
    <message>
        <source>By &amp;steps: every message the same distance</source>
        <translation>&amp;Шагами: от сообщения до сообщения одинаково</translation>
    </message>
    <message>
        <source>&amp;Next way of drawing time</source>
        <translation>С&amp;ледующий способ рисовать время</translation>
    </message>
</context>
<context>
    <name>wiretale::TimingPanel</name>
    <message>
        <source>Asking and answering</source>
        <translation>Вопросы и ответы</translation>
    </message>
    <message>
        <source>Poll interval</source>
        <translation>Интервал опроса</translation>
    </message>
    <message>
        <source>AJAX polling: how long the client waits between an answer and its next request.</source>
        <translation>AJAX-опрос: сколько клиент ждёт от одного запроса до следующего.</translation>
    </message>
    <message>
        <source>Empty answer</source>
        <translation>Пустой ответ</translation>
    </message>
    <message>
        <source>AJAX polling: what the server answers when there is no news.</source>
        <translation>AJAX-опрос: что отвечает сервер, когда новостей нет.</translation>
    </message>
    <message>
        <source>Long poll timeout</source>
        <translation>Тайм-аут длинного опроса</translation>
    </message>
    <message>
        <source>Long polling: how long the server holds a request before it answers without news.</source>
        <translation>Длинный опрос: сколько сервер держит запрос, прежде чем ответить без новостей.</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>Пульс</translation>
    </message>
    <message>
        <source>Server-sent events and WebSocket: how often a quiet connection shows that it lives.</source>
        <translation>События от сервера и WebSocket: как часто тихое соединение показывает, что оно живо.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Повтор через</translation>
    </message>
    <message>
        <source>How long a client waits before it connects again after a connection broke.</source>
        <translation>Сколько клиент ждёт, прежде чем соединиться заново после обрыва.</translation>
    </message>
    <message>
        <source>Clients send every</source>
        <translation>Клиенты пишут каждые</translation>
    </message>
    <message>
        <source>How often each client sends an event of its own to the server, each by its own way.</source>
        <translation>Как часто каждый клиент отправляет серверу своё событие, каждый своим способом.</translation>
    </message>
    <message>
        <source>Long poll in portions</source>
        <translation>Длинный опрос по частям</translation>
    </message>
    <message>
        <source>Long polling: one request is answered piece by piece, then finally.</source>
        <translation>Длинный опрос: на один запрос отвечают часть за частью, затем окончательно.</translation>
    </message>
    <message>
        <source> ms</source>
        <extracomment>Unit after a number of milliseconds, with a space before it</extracomment>
        <translation> мс</translation>
    </message>
    <message>
        <source>never</source>
        <extracomment>Instead of an interval</extracomment>
        <translation>никогда</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>сразу</translation>
    </message>
    <message>
        <source>204 No Content</source>
        <translation>204 No Content</translation>
    </message>
    <message>
        <source>304 Not Modified</source>
        <translation>304 Not Modified</translation>
    </message>
    <message>
        <source>200 with an empty list</source>
        <translation>200 с пустым списком</translation>
    </message>
</context>
<context>
    <name>wiretale::ToolBar</name>
    <message>
        <source>Tools</source>
        <translation>Инструменты</translation>
    </message>
    <message>
        <source>The data of an event to publish; Return publishes it</source>
        <translation>Данные события для публикации; Ввод публикует его</translation>
    </message>
    <message>
        <source>Data of an event</source>
        <translation>Данные события</translation>
    </message>
</context>
<context>
    <name>wiretale::Tour</name>
    <message>
        <source>The folder %1 for the tour&apos;s files cannot be made; start Wiretale in a folder that you may write to.</source>
        <translation>Папку %1 для файлов показа создать нельзя; запустите Wiretale в папке, куда вам разрешено писать.</translation>
    </message>
    <message>
        <source>There is no display here, so Wiretale plays its tour without a window: four clients and one server for 20 seconds.</source>
        <translation>Экрана здесь нет, поэтому Wiretale играет показ без окна: четыре клиента и один сервер, 20 секунд.</translation>
    </message>
    <message>
        <source>There is no display here to show %1 on; &quot;wiretale convert&quot; writes it in other formats without one.</source>
        <translation>Здесь нет экрана, чтобы показать %1; «wiretale convert» и без него запишет трафик в других форматах.</translation>
    </message>
</context>
<context>
    <name>wiretale::TrafficChart</name>
    <message>
        <source>(pale: overhead)</source>
        <extracomment>Legend of the traffic chart: what the two shades of a colour mean.</extracomment>
        <translation>(бледное: накладные расходы)</translation>
    </message>
    <message>
        <source>only messages that the filter chooses</source>
        <extracomment>In the legend of the traffic chart.</extracomment>
        <translation>только сообщения, выбранные фильтром</translation>
    </message>
</context>
<context>
    <name>wiretale::TrafficLog</name>
    <message>
        <source>The file %1 cannot be written (%2); choose another place for it.</source>
        <extracomment>%1: path of a file, %2: what the system says is wrong with it</extracomment>
        <translation>Файл %1 нельзя записать (%2); выберите для него другое место.</translation>
    </message>
    <message>
        <source>The capture file %1 cannot be written (%2); choose another place for it.</source>
        <extracomment>%1: path of a file, %2: what the system says is wrong with it</extracomment>
        <translation>Файл захвата %1 нельзя записать (%2); выберите для него другое место.</translation>
    </message>
    <message>
        <source>Recording the bytes of messages stopped, because the capture file %1 cannot be written any further (%2); make room on that disk and start anew to record again.</source>
        <extracomment>%1: path of a file, %2: what the system says is wrong with it</extracomment>
        <translation>Запись байтов сообщений остановилась: файл захвата %1 больше нельзя писать (%2); освободите место на этом диске и начните заново, чтобы записывать снова.</translation>
    </message>
    <message>
        <source>The file %1 cannot be opened (%2); choose another.</source>
        <extracomment>%1: path of a file, %2: what the system says is wrong with it</extracomment>
        <translation>Файл %1 не открывается (%2); выберите другой.</translation>
    </message>
    <message>
        <source>Recording the bytes of messages stopped, because the capture file %1 has reached its limit of %2; save it and start anew, or give it more with --record-limit.</source>
        <extracomment>%1: path of a file, %2: a size such as &quot;1.0 GiB&quot;</extracomment>
        <translation>Запись байтов сообщений остановлена: файл %1 достиг предела в %2; сохраните его и начните заново или дайте больше места ключом --record-limit.</translation>
    </message>
    <message>
        <source>The capture file %1 is being used by another program or window; choose another place for this one.</source>
        <extracomment>%1: path of a file</extracomment>
        <translation>Файл захвата %1 занят другой программой или другим окном; выберите для этого захвата другое место.</translation>
    </message>
</context>
<context>
    <name>wiretale::TrafficOpener</name>
    <message numerus="yes">
        <source>Reading was cancelled; the first %Ln message(s) are here.</source>
        <translation>
            <numerusform>Чтение отменено; здесь первое %Ln сообщение.</numerusform>
            <numerusform>Чтение отменено; здесь первые %Ln сообщения.</numerusform>
            <numerusform>Чтение отменено; здесь первые %Ln сообщений.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wiretale::TrafficSaver</name>
    <message>
        <source>Saving the traffic</source>
        <translation>Трафик сохраняется</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Keep the traffic in its file (Ctrl+S)</source>
        <translation>Сохранить трафик в его файле (Ctrl+S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Сохранить &amp;как…</translation>
    </message>
    <message>
        <source>Save the traffic, or a part of it, as a file that Wiretale or other tools open</source>
        <translation>Сохранить трафик или его часть в файл, который откроют Wiretale или другие программы</translation>
    </message>
</context>
<context>
    <name>wiretale::TrafficTable</name>
    <message>
        <source>All Columns as at First</source>
        <translation>Все столбцы как вначале</translation>
    </message>
    <message>
        <source>lost</source>
        <extracomment>a message that never arrived; short, it stands in a table</extracomment>
        <translation>потеряно</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Time, s</source>
        <translation>Время, с</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Technique</source>
        <translation>Способ</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Направление</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Сводка</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Байты</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Полезные</translation>
    </message>
    <message>
        <source>Held, ms</source>
        <translation>Удержан, мс</translation>
    </message>
    <message>
        <source>Transit, ms</source>
        <translation>В пути, мс</translation>
    </message>
    <message>
        <source>Number of the message, in the order of departure.</source>
        <translation>Номер сообщения в порядке отправления.</translation>
    </message>
    <message>
        <source>When the message departed, on the program&apos;s clock.</source>
        <translation>Когда сообщение отправилось, по часам программы.</translation>
    </message>
    <message>
        <source>Whose connection it is.</source>
        <translation>Чьё это соединение.</translation>
    </message>
    <message>
        <source>The way of learning news that the message serves.</source>
        <translation>Способ узнавать новости, которому служит сообщение.</translation>
    </message>
    <message>
        <source>Which way the message goes.</source>
        <translation>В какую сторону идёт сообщение.</translation>
    </message>
    <message>
        <source>What the message is.</source>
        <translation>Что это за сообщение.</translation>
    </message>
    <message>
        <source>What stands in the message&apos;s first line.</source>
        <translation>Что стоит в первой строке сообщения.</translation>
    </message>
    <message>
        <source>All bytes on the wire that belong to the message.</source>
        <translation>Все байты на проводе, которые принадлежат сообщению.</translation>
    </message>
    <message>
        <source>Bytes of the events that the message carries.</source>
        <translation>Байты событий, которые несёт сообщение.</translation>
    </message>
    <message>
        <source>How long the server held the request before it answered.</source>
        <translation>Как долго сервер держал запрос, прежде чем ответить.</translation>
    </message>
    <message>
        <source>How long the message was on its way.</source>
        <translation>Как долго сообщение было в пути.</translation>
    </message>
    <message>
        <source>to the server</source>
        <translation>к серверу</translation>
    </message>
    <message>
        <source>to the client</source>
        <extracomment>which way a message goes</extracomment>
        <translation>к клиенту</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln сообщение</numerusform>
            <numerusform>%Ln сообщения</numerusform>
            <numerusform>%Ln сообщений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln message(s)</source>
        <extracomment>how many rows a filter leaves: %1 of %Ln</extracomment>
        <translation>
            <numerusform>%1 из %Ln сообщения</numerusform>
            <numerusform>%1 из %Ln сообщений</numerusform>
            <numerusform>%1 из %Ln сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>sorting, %1 %</source>
        <extracomment>%1 is a percentage</extracomment>
        <translation>сортировка, %1 %</translation>
    </message>
    <message>
        <source>looking, %1 %</source>
        <extracomment>%1 is a percentage</extracomment>
        <translation>просмотр, %1 %</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>&amp;Follow the Newest Message</source>
        <translation>&amp;Следить за новейшим сообщением</translation>
    </message>
    <message>
        <source>&amp;Copy Rows</source>
        <translation>&amp;Копировать строки</translation>
    </message>
</context>
<context>
    <name>wiretale::UnsavedGuard</name>
    <message>
        <source>Save the traffic?</source>
        <translation>Сохранить трафик?</translation>
    </message>
    <message>
        <source>What is not saved is lost.</source>
        <translation>Что не сохранено, будет потеряно.</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>Больше не спрашивать</translation>
    </message>
    <message>
        <source>As&amp;k before traffic is lost</source>
        <translation>&amp;Спрашивать, прежде чем трафик пропадёт</translation>
    </message>
    <message>
        <source>On closing the window or opening a file, ask whether to save what was not saved</source>
        <translation>Закрывая окно или открывая файл, спрашивать, не сохранить ли несохранённое</translation>
    </message>
    <message>
        <source>The traffic was not saved yet.</source>
        <translation>Трафик ещё не сохранён.</translation>
    </message>
    <message>
        <source>The traffic has changed since it was saved to %1.</source>
        <translation>С тех пор как трафик был сохранён в %1, он изменился.</translation>
    </message>
    <message>
        <source>&amp;Do not save</source>
        <translation>&amp;Не сохранять</translation>
    </message>
</context>
<context>
    <name>wiretale::UpcomingStrip</name>
    <message>
        <source>%1: %2 in %3 s</source>
        <extracomment>What comes next: %1 is a client&apos;s name, %2 what it does or gets, %3 a number of seconds</extracomment>
        <translation>%1: %2 через %3 с</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Дальше: %1</translation>
    </message>
    <message>
        <source>server&apos;s heartbeat</source>
        <translation>пульс сервера</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more: %2 in %3 s</source>
        <translation>
            <numerusform>%1 и ещё %n: %2 через %3 с</numerusform>
            <numerusform>%1 и ещё %n: %2 через %3 с</numerusform>
            <numerusform>%1 и ещё %n: %2 через %3 с</numerusform>
        </translation>
    </message>
    <message>
        <source>You look back at %1 s; now it is %2 s. L leads back to what happens now.</source>
        <translation>Вы смотрите на %1 с; сейчас %2 с. Клавиша L возвращает к происходящему.</translation>
    </message>
    <message>
        <source>You look at %1 s of %2 s. L leads to the recording&apos;s end.</source>
        <extracomment>%1 and %2 are numbers of seconds</extracomment>
        <translation>Вы смотрите на %1 с из %2 с. L ведёт к концу записи.</translation>
    </message>
    <message>
        <source>A recording of %1 s. Run plays it from the beginning, Step goes on by a message.</source>
        <extracomment>%1 is a number of seconds; Run and Step are the names of buttons</extracomment>
        <translation>Запись на %1 с. «Пуск» проигрывает её с начала, «Шаг» ведёт на сообщение дальше.</translation>
    </message>
</context>
<context>
    <name>wiretale::WebSocketClient</name>
    <message>
        <source>The WebSocket closed: %1.</source>
        <translation>WebSocket закрылся: %1.</translation>
    </message>
    <message>
        <source>The WebSocket closed with code %1.</source>
        <translation>WebSocket закрыт с кодом %1.</translation>
    </message>
    <message>
        <source>The WebSocket closed with code %1: %2</source>
        <extracomment>%1 is a number of RFC 6455, %2 what came with it</extracomment>
        <translation>WebSocket закрыт с кодом %1: %2</translation>
    </message>
</context>
<context>
    <name>wiretale::Wire</name>
    <message>
        <source>The server does not answer on port %1; begin anew.</source>
        <translation>Сервер не отвечает на порту %1; начните заново.</translation>
    </message>
    <message>
        <source>Port %1 is in use: end the program that listens there, or choose another with --port.</source>
        <translation>Порт %1 занят: завершите программу, которая его слушает, или выберите другой через --port.</translation>
    </message>
    <message>
        <source>The wire cannot listen on port %1: %2.</source>
        <translation>Провод не может слушать порт %1: %2.</translation>
    </message>
</context>
<context>
    <name>wiretale::World</name>
    <message>
        <source>No client named &quot;%1&quot; runs, so it cannot send anything.</source>
        <translation>Клиент с именем «%1» не запущен и ничего отправить не может.</translation>
    </message>
</context>
</TS>
