"""A proxy in front of a web server that fails at the Nth request: fault_proxy.py UPSTREAM_PORT CONTROL_FILE PORT_FILE

The control file holds "RUN N WHAT". A new RUN begins to count anew. WHAT is a status to answer with instead of asking the server, `lost`
(the server is asked, its answer is not handed on), or before:PID and after:PID (the process is killed before or after the server is asked).
CONTROL_FILE.met is there once it has happened."""
import http.client
import http.server
import os
import pathlib
import signal
import sys
import threading

UPSTREAM, CONTROL, PORT_FILE = int(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
LOCK = threading.Lock()
STATE = {"run": "", "count": 0}
HOP = {"connection", "keep-alive", "transfer-encoding"}


def fault_now():
    """What is to go wrong with this request, if anything is."""
    with LOCK:
        try:
            run, at, what = CONTROL.read_text().split()
        except (OSError, ValueError):
            return ""
        if run != STATE["run"]:
            STATE.update(run=run, count=0)
        STATE["count"] += 1
        if STATE["count"] != int(at):
            return ""
        CONTROL.with_suffix(".met").touch()
        return what


class Proxy(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one piece, or each answer waits for an acknowledgement

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.pass_on
        raise AttributeError(name)

    def log_message(self, *_):
        pass

    def answer(self, status, headers, body):
        self.send_response_only(status)
        for key, value in headers:
            if key.lower() not in HOP | {"content-length"}:
                self.send_header(key, value)
        if self.command != "HEAD" and status not in (204, 304):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD" and status not in (204, 304):
            self.wfile.write(body)

    def ask(self, body):
        connection = http.client.HTTPConnection("127.0.0.1", UPSTREAM, timeout=30)
        connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
        for key, value in self.headers.items():
            if key.lower() not in HOP:
                connection.putheader(key, value)
        connection.endheaders(body or None)
        response = connection.getresponse()
        found = response.status, response.getheaders(), response.read()
        connection.close()
        return found

    def pass_on(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        what = fault_now()
        if what.isdigit():
            return self.answer(int(what), [], b"no")
        if what.startswith("before:"):
            os.kill(int(what[7:]), signal.SIGKILL)
        else:
            found = self.ask(body)
            if what.startswith("after:"):
                os.kill(int(what[6:]), signal.SIGKILL)
            if not what:
                return self.answer(*found)
        self.close_connection = True
        return None


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
draft = PORT_FILE.with_suffix(".draft")
draft.write_text(str(server.server_address[1]))
draft.rename(PORT_FILE)
server.serve_forever()
