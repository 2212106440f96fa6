"""Real nginx and Apache on loopback, each with a fragment of configuration for one folder, which is at /st/."""
import http.client
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

NGINX, APACHE, MODULES = "/usr/sbin/nginx", "/usr/sbin/apache2", "/usr/lib/apache2/modules"
PREFIX = "/st/"


def ask(port, path, method="GET", **headers):
    """(status, headers, body) of one request; names of headers with _ for -."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def until(happened, what, seconds=30):
    """Asks again until it has happened; a bound, not a pause: what does not come is a failure of the test."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = happened()
        if found:
            return found
        time.sleep(0.01)
    raise AssertionError(f"waited {seconds} s for {what}")


class _Server:
    def __init__(self, fragment, site):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="lagesbild-test-web-"))
        (self.folder / "fragment.conf").write_text(fragment, encoding="utf-8")
        self.site, self.process, self.port = site, None, 0

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.process:
            self.process.terminate()
            self.process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def get(self, path, method="GET", **headers):
        return ask(self.port, PREFIX + path, method, **headers)

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{PREFIX}{path}"

    def log(self):
        return (self.folder / "log").read_text("utf-8", "replace")

    def run(self, command, **more):
        if not pathlib.Path(command[0]).exists():
            raise AssertionError(f"{command[0]} is missing: apt-get install nginx-light apache2-bin")
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen([str(word) for word in command], stdout=log, stderr=log, **more)


class Nginx(_Server):
    def start(self):
        with socket.create_server(("127.0.0.1", 0)) as listener:  # handed over, so that no port can be lost in between
            self.port = listener.getsockname()[1]
            user = "user root;" if os.geteuid() == 0 else ""
            scratch = " ".join(f"{kind}_temp_path t;" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
            (self.folder / "nginx.conf").write_text(
                f"{user} daemon off; worker_processes 1; pid pid; error_log stderr notice; events {{}}\n"
                f"http {{ access_log off; {scratch}\nserver {{ listen 127.0.0.1:{self.port};\n"
                f"location {PREFIX} {{ alias {self.site}/; include fragment.conf; }} }} }}\n", encoding="utf-8")
            words = [NGINX, "-e", "stderr", "-p", f"{self.folder}/", "-c", self.folder / "nginx.conf"]
            self.run([*words, "-t"])
            if self.process.wait(20) != 0:
                raise AssertionError(f"nginx -t: {self.log()}")
            self.run(words, pass_fds=[listener.fileno()], env={**os.environ, "NGINX": f"{listener.fileno()};"})


class Apache(_Server):
    WANTED = ("mpm_event", "authz_core", "alias", "mime", "dir", "headers", "filter", "deflate", "autoindex", "negotiation")

    def start(self):
        load = "".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so\n" for name in self.WANTED)
        (self.folder / "mime.types").write_text("", encoding="utf-8")
        for _ in range(5):  # somebody else may take the port before Apache does
            with socket.create_server(("127.0.0.1", 0)) as free:
                self.port = free.getsockname()[1]
            (self.folder / "apache.conf").write_text(
                f"ServerName localhost\nServerRoot {self.folder}\nPidFile {self.folder}/pid\nMutex fcntl:{self.folder}\n"
                f"Listen 127.0.0.1:{self.port}\nErrorLog {self.folder}/log\n{load}TypesConfig {self.folder}/mime.types\n"
                f"Alias {PREFIX.rstrip('/')} {self.site}\n<Directory {self.site}>\nRequire all granted\n"
                f"Include {self.folder}/fragment.conf\n</Directory>\n", encoding="utf-8")
            self.run([APACHE, "-f", self.folder / "apache.conf", "-DFOREGROUND"])
            if until(lambda: self.process.poll() is not None or self._answers(), "Apache to answer") is True and self.process.poll() is None:
                return
        raise AssertionError(f"Apache does not start: {self.log()}")

    def _answers(self):
        try:
            ask(self.port, "/")
            return True
        except OSError:
            return False
