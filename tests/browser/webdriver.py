"""webdriver.py - as much of the WebDriver protocol as the test needs, with Python alone."""
import base64
import json
import re
import subprocess
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Browser:
    def __init__(self, driver, width=1400, height=1000, dark=False, script=True):
        self.process = subprocess.Popen([driver, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        port = None
        for line in self.process.stdout:
            found = re.search(r"started successfully on port (\d+)", line)
            if found:
                port = found.group(1)
                break
        self.root = "http://127.0.0.1:%s" % port
        args = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage",
                "--window-size=%d,%d" % (width, height)]
        if dark:
            args.append("--blink-settings=preferredColorScheme=0")
        options = {"args": args}
        if not script:
            options["prefs"] = {"profile.managed_default_content_settings.javascript": 2}
        wanted = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        opened = self.send("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self.root += "/session/" + opened["sessionId"]

    def send(self, method, path, body=None):
        data = None if method != "POST" else json.dumps(body or {}).encode()
        request = urllib.request.Request(self.root + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError("%s: %s" % (path, json.load(error)["value"]["message"].split("\n")[0])) from None

    def open(self, url):
        self.send("POST", "/url", {"url": url})

    def find(self, selector):
        return self.send("POST", "/element", {"using": "css selector", "value": selector})[ELEMENT]

    def click(self, selector):
        self.send("POST", "/element/%s/click" % self.find(selector))

    def keys(self, selector, text):
        self.send("POST", "/element/%s/value" % self.find(selector), {"text": text})

    def run(self, script, *args):
        return self.send("POST", "/execute/sync", {"script": script, "args": list(args)})

    def command(self, name, **params):
        """A command of the DevTools protocol."""
        return self.send("POST", "/goog/cdp/execute", {"cmd": name, "params": params})

    def log(self):
        return self.send("POST", "/se/log", {"type": "browser"})

    def screenshot(self, path):
        """The whole page, not only the window."""
        size = self.command("Page.getLayoutMetrics")["cssContentSize"]
        shot = self.command("Page.captureScreenshot", captureBeyondViewport=True,
                            clip={"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1})
        with open(path, "wb") as f:
            f.write(base64.b64decode(shot["data"]))

    def close(self):
        try:
            self.send("DELETE", "")
        finally:
            self.process.terminate()
            self.process.wait()
