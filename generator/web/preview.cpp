#include "web/preview.hpp"

#include <algorithm>
#include <system_error>

#include "base/file.hpp"
#include "base/file_types.hpp"
#include "base/html.hpp"
#include "web/codes.hpp"
#include "web/handing.hpp"

namespace lagesbild::web {
namespace {

namespace fs = std::filesystem;

// Asks again and again; a page of the site is loaded again after a new release, a page of errors after any build.
constexpr std::string_view script = R"js((function () {
  "use strict";
  var told = document.currentScript.dataset, bar = document.createElement("a");
  bar.href = "/__faults";
  bar.textContent = told.failed;
  bar.setAttribute("role", "alert");
  bar.style.cssText = "position:fixed;z-index:99;inset:auto 0 0 0;padding:12px 20px;background:#8b1a1a;color:#fff;font:600 17px sans-serif";
  bar.addEventListener("click", function () { sessionStorage.setItem("from", location.pathname + location.search); });
  function later() { setTimeout(look, 400); }
  function look() {
    fetch("/__release", { cache: "no-store" }).then(function (answer) { return answer.json(); }).then(function (now) {
      var faults = told.page === "faults";
      if (faults && !now.failed && location.pathname === "/__faults") location.replace(sessionStorage.getItem("from") || "/");
      else if (faults ? String(now.builds) !== told.builds : now.release !== told.release) location.reload();
      else {
        if (!faults && now.failed) document.body.append(bar); else bar.remove();
        later();
      }
    }).catch(later);
  }
  look();
})();
)js";

constexpr std::string_view style =
    "body { font: 18px/1.5 sans-serif; margin: 2em auto; max-width: 60em; padding: 0 1em; color-scheme: light dark }\n"
    "pre { white-space: pre-wrap; overflow-wrap: anywhere; border-top: 1px solid; padding-top: 1em; font-size: 16px }\n";

// Names of a site are of these characters only, so there is nothing to be had by any other; and no name begins with a dot.
bool is_a_name(std::string_view path) {
  char before = '/';
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (!plain && c != '.' && c != '/') return false;
    if (before == '/' && (c == '.' || c == '/')) return false;
    before = c;
  }
  return !path.empty();
}

Answer redirect(int status, std::string to) { return {status, "text/plain; charset=utf-8", "", {{"Location", std::move(to)}}}; }

}  // namespace

void Preview::built(const std::string& release, const std::string& first_page) {
  const std::scoped_lock lock{lock_};
  state_ = {release, first_page, "", state_.builds + 1, false};
}

void Preview::failed(const std::string& messages) {
  const std::scoped_lock lock{lock_};
  state_ = {state_.release, state_.first_page, messages, state_.builds + 1, true};
}

Preview::State Preview::state() const {
  const std::scoped_lock lock{lock_};
  return state_;
}

std::string Preview::say(Code code) const { return escape(words(code, language_)).str(); }

// With the script, and a policy under which it may ask for the release.
Answer Preview::page(std::string html, int status, const State& state, std::string_view kind) const {
  const std::size_t head = html.find("</head>");
  std::string tag = "<script src=\"/__preview.js\" defer";
  const auto tell = [&](std::string_view name, std::string_view value) {
    tag.append(" data-").append(name).append("=\"").append(value).append("\"");
  };
  tell("page", kind);
  tell("release", state.release);
  tell("builds", std::to_string(state.builds));
  tell("failed", say(code::web_failed) + ": " + say(code::web_show));
  tag += "></script>\n";
  if (head != std::string::npos) html.insert(head, tag);
  return {status, "text/html; charset=utf-8", std::move(html),
          {{"Content-Security-Policy", page_policy({}) + "; connect-src 'self'"}, {"Referrer-Policy", "same-origin"}}};
}

Answer Preview::note(int status, const State& state, std::string_view kind, Code heading, const std::string& inside) const {
  const std::string title = say(heading);
  std::string html = "<!doctype html>\n<html lang=\"";
  html.append(to_string(language_)).append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>").append(title);
  html.append("</title>\n<link rel=\"stylesheet\" href=\"/__preview.css\">\n</head>\n<body>\n<main>\n<h1>").append(title);
  html.append("</h1>\n").append(inside).append("</main>\n</body>\n</html>\n");
  return page(std::move(html), status, state, kind);
}

Answer Preview::faults(int status, const State& state) const {
  const std::string about = say(state.release.empty() ? code::web_no_site : code::web_last_good);
  return note(status, state, "faults", code::web_failed, "<p>" + about + "</p>\n<pre>" + escape(state.messages).str() + "</pre>\n");
}

Answer Preview::answer(const std::string& path) const {
  const State state = this->state();
  if (path == "/__release") {
    return {200, "application/json",
            "{\"release\": \"" + state.release + "\", \"builds\": " + std::to_string(state.builds) + ", \"failed\": " +
                (state.failed ? "true" : "false") + "}\n"};
  }
  if (path == "/__preview.js") return {200, "text/javascript; charset=utf-8", std::string{script}};
  if (path == "/__preview.css") return {200, "text/css; charset=utf-8", std::string{style}};
  if (path == "/favicon.ico") return {200, "image/x-icon", ""};  // which browsers ask for by themselves
  if (path == "/__faults") return state.failed ? faults(200, state) : redirect(303, "/");
  if (state.release.empty()) return faults(503, state);

  std::string name = path.substr(1);
  if (name.empty() || name.back() == '/') name += state.first_page;
  if (!is_a_name(name)) return note(404, state, "none", code::web_not_found, "");
  const fs::path file = folder_ / name;
  std::error_code ignored;
  if (fs::is_directory(fs::symlink_status(file, ignored))) return redirect(301, path + "/");
  const bool plain = fs::is_regular_file(fs::symlink_status(file, ignored));
  auto bytes = plain ? RealDisk{}.read(file) : Result<std::string>{Failure{}};
  if (!bytes) return note(404, state, "none", code::web_not_found, "");
  if (name.ends_with(".html") || name.ends_with(".aspx")) return page(std::move(bytes).value(), 200, state, "site");
  const std::string policy = name.ends_with(".svg") ? std::string{picture_policy} : page_policy({});
  return {200, content_type(name), std::move(bytes).value(), {{"Content-Security-Policy", policy}}};
}

}  // namespace lagesbild::web
