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
        <source>run SCENE: play a scene without a window and print the scorecard. serve: server and wire only, for browsers and other clients. list: the scenes. None: the window.</source>
        <translation>run СЦЕНА: сыграть сцену без окна и напечатать счёт. serve: только сервер и провод, для браузеров и других клиентов. list: список сцен. Без команды: окно.</translation>
    </message>
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
        <source>Write the traffic to a file at the end, as often as wanted; the format follows from the ending: .pcapng, .har, .csv, .jsonl.</source>
        <translation>Записать трафик в файл в конце; можно указать несколько раз, формат следует из окончания: .pcapng, .har, .csv, .jsonl.</translation>
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
        <source>There is no scene &quot;%1&quot;; there are %2.</source>
        <translation>Сцены «%1» нет; есть %2.</translation>
    </message>
    <message>
        <source>&quot;run&quot; needs a scene; &quot;wiretale list&quot; names them.</source>
        <translation>Для «run» нужна сцена; их называет «wiretale list».</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;; there are run, serve and list.</source>
        <translation>Команды «%1» нет; есть run, serve и list.</translation>
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
    <message>
        <source>No client named &quot;%1&quot; runs, so it cannot send anything.</source>
        <translation>Клиент с именем «%1» не запущен и ничего отправить не может.</translation>
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
    <name>wiretale::LegendView</name>
    <message>
        <source>Legend</source>
        <translation>Обозначения</translation>
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
    <name>wiretale::LongPollingClient</name>
    <message>
        <source>A long poll was not answered: %1.</source>
        <translation>Длинный опрос остался без ответа: %1.</translation>
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
        <source>&amp;Scene</source>
        <translation>&amp;Сцена</translation>
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
</context>
<context>
    <name>wiretale::MessageDescription</name>
    <message>
        <source>Connection opens</source>
        <translation>Соединение открывается</translation>
    </message>
    <message>
        <source>Request to upgrade to WebSocket</source>
        <translation>Просьба перейти на WebSocket</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Upgrade granted</source>
        <translation>Переход разрешён</translation>
    </message>
    <message>
        <source>Empty answer: no news</source>
        <translation>Пустой ответ: новостей нет</translation>
    </message>
    <message>
        <source>Head of an answer that streams</source>
        <translation>Начало ответа, который идёт потоком</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Piece of an answer</source>
        <translation>Часть ответа</translation>
    </message>
    <message>
        <source>Server-sent event</source>
        <translation>Событие от сервера</translation>
    </message>
    <message>
        <source>Heartbeat: a comment line</source>
        <translation>Пульс: строка-комментарий</translation>
    </message>
    <message>
        <source>WebSocket frame</source>
        <translation>Кадр WebSocket</translation>
    </message>
    <message>
        <source>Connection closes</source>
        <translation>Соединение закрывается</translation>
    </message>
    <message>
        <source>Fault of the link</source>
        <translation>Сбой линии</translation>
    </message>
    <message>
        <source>Bytes of no known protocol</source>
        <translation>Байты неизвестного протокола</translation>
    </message>
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
        <source>belongs to request #%1</source>
        <translation>относится к запросу №%1</translation>
    </message>
    <message>
        <source>held by the server, no answer yet</source>
        <translation>сервер держит, ответа ещё нет</translation>
    </message>
    <message>
        <source>answered after %1 at the server</source>
        <translation>отвечен через %1 на сервере</translation>
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
    <message>
        <source>Exchange</source>
        <translation>Обмен</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Сбой</translation>
    </message>
    <message>
        <source>breaks the syntax of its protocol</source>
        <translation>нарушает синтаксис своего протокола</translation>
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
    <name>wiretale::PageClient</name>
    <message>
        <source>The page could not be loaded: %1.</source>
        <translation>Страницу не удалось загрузить: %1.</translation>
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
        <translation>&amp;Публикация</translation>
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
    <name>wiretale::Scene</name>
    <message>
        <source>One request, one answer</source>
        <translation>Один запрос — один ответ</translation>
    </message>
    <message>
        <source>A client opens a connection, asks for a page and gets it.</source>
        <translation>Клиент открывает соединение, просит страницу и получает её.</translation>
    </message>
    <message>
        <source>AJAX polling</source>
        <translation>AJAX-опрос</translation>
    </message>
    <message>
        <source>The page asks again and again; most answers are empty.</source>
        <translation>Страница спрашивает снова и снова; большинство ответов пусты.</translation>
    </message>
    <message>
        <source>Long polling</source>
        <translation>Длинный опрос</translation>
    </message>
    <message>
        <source>The server holds each request until there is news or time is up.</source>
        <translation>Сервер держит каждый запрос, пока не появятся новости или не выйдет время.</translation>
    </message>
    <message>
        <source>Long polling in portions</source>
        <translation>Длинный опрос по частям</translation>
    </message>
    <message>
        <source>One held request is answered piece by piece, then finally.</source>
        <translation>На один удерживаемый запрос отвечают часть за частью, затем окончательно.</translation>
    </message>
    <message>
        <source>Server-sent events</source>
        <translation>События от сервера</translation>
    </message>
    <message>
        <source>One answer that never ends carries event after event; the client talks back by requests of its own.</source>
        <translation>Один бесконечный ответ несёт событие за событием; клиент отвечает своими запросами.</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>After a handshake both sides send frames whenever they like.</source>
        <translation>После рукопожатия обе стороны шлют кадры, когда захотят.</translation>
    </message>
    <message>
        <source>Four at once</source>
        <translation>Четыре сразу</translation>
    </message>
    <message>
        <source>The same events by all four techniques, side by side.</source>
        <translation>Одни и те же события всеми четырьмя способами, бок о бок.</translation>
    </message>
</context>
<context>
    <name>wiretale::SceneChooser</name>
    <message>
        <source>The scene: who takes part and when there is news. Choosing one begins anew.</source>
        <translation>Сцена: кто участвует и когда появляются новости. Выбор сцены начинает всё заново.</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Сцена</translation>
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
        <source>&amp;Fold idle time</source>
        <translation>С&amp;ворачивать простой</translation>
    </message>
    <message>
        <source>Messages appear here as they leave.</source>
        <translation>Сообщения появятся здесь, как только будут отправлены.</translation>
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
</context>
<context>
    <name>wiretale::TrafficChart</name>
    <message>
        <source>(pale: overhead)</source>
        <extracomment>Legend of the traffic chart: what the two shades of a colour mean.</extracomment>
        <translation>(бледное: накладные расходы)</translation>
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
</context>
<context>
    <name>wiretale::TrafficSaver</name>
    <message>
        <source>Save traffic</source>
        <translation>Сохранить трафик</translation>
    </message>
    <message>
        <source>&amp;Save traffic as…</source>
        <translation>&amp;Сохранить трафик как…</translation>
    </message>
    <message>
        <source>Save the traffic as a file that other tools open (Ctrl+S)</source>
        <translation>Сохранить трафик в файл, который откроют другие программы (Ctrl+S)</translation>
    </message>
    <message>
        <source>Saving the traffic</source>
        <translation>Трафик сохраняется</translation>
    </message>
</context>
<context>
    <name>wiretale::WebSocketClient</name>
    <message>
        <source>The WebSocket closed: %1.</source>
        <translation>WebSocket закрылся: %1.</translation>
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
</TS>
