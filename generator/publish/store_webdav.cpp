// A collection on a WebDAV server (nginx with dav-ext, Apache mod_dav). The site is moved away and the new one moved in: for the instant in
// between there is none, and site.switch says which was there, so that the next run can put it back. Beside `site`: site.release-SLOT,
// site.lock (a collection with its owner in it), site.history, and for a moment site.switch; without a dot in front as elsewhere, because
// nginx does not list names that begin with one.
// Collections are written with / at their end and destinations as whole addresses: each server insists on one of the two.
#include <algorithm>
#include <set>

#include "publish/codes.hpp"
#include "publish/store.hpp"
#include "publish/system.hpp"
#include "publish/target_codes.hpp"
#include "publish/web_calls.hpp"
#include "publish/web_xml.hpp"
#include "wire/address.hpp"

namespace lagesbild::publish {
namespace {

enum class Overwrite : std::uint8_t { no, yes };

class WebDavStore final : public Store {
 public:
  // `above`: address of the collection that the site is in, with its /; `name`: of the site, decoded.
  WebDavStore(const source::Target& target, std::string above, std::string name)
      : location_(target.location), above_(std::move(above)), name_(std::move(name)), calls_(target) {}
  const std::string& shown_as() const override { return location_; }
  Result<Done> lock(const Owner& owner) override;
  void unlock() override;
  Result<Done> recover() override;
  Result<Standing> standing() override;
  Result<std::vector<std::string>> slots() override;
  Result<std::vector<Stored>> list(const std::string& slot) override;
  Result<std::optional<std::string>> read(const std::string& slot, const std::string& path) override {
    return calls_.get(url_of(slot, path));
  }
  Result<std::vector<ManifestFile>> read_back(const std::string& slot, const Paths& paths) override;
  Result<Done> put(const std::string& slot, const std::vector<Put>& files) override;
  Result<Paths> copy(const std::string& slot, const Paths& paths) override;
  Result<Done> erase(const std::string& slot, const Paths& paths) override;
  Result<Done> show(const std::string& slot, const std::string& park) override;
  Result<Done> remove(const std::string& slot) override { return remove_url(url_of(slot)); }
  Result<std::optional<std::string>> note() override { return calls_.get(own("history")); }
  Result<Done> set_note(const std::string& text) override { return put_text(own("history"), text); }
  Result<Done> keep_private(const PrivateFiles&) override { return Done{}; }  // everything here is handed out

 private:
  std::string own(const std::string& what) const { return above_ + url_encoded(name_ + "." + what); }
  std::string url_of(const std::string& slot, const std::string& path = {}) const {
    return above_ + url_encoded(slot.empty() ? name_ : slot_name(name_, slot).substr(1)) + "/" + url_encoded(path);
  }
  Result<Done> put_text(const std::string& url, const std::string& text);
  Result<Done> make_collections(const std::string& slot, const Paths& paths);
  Result<Done> remove_url(const std::string& url);
  Result<bool> is_there(const std::string& url);
  Result<Done> move(const std::string& from, const std::string& to);
  Result<std::vector<DavEntry>> entries(const std::vector<std::string>& collections);

  std::string location_, above_, name_;
  WebCalls calls_;
  std::set<std::string> made_;  // collections
  bool locked_ = false;
};

wire::Call call_of(std::string method, std::string url, std::vector<std::string> headers = {}) {
  wire::Call call;
  call.method = std::move(method);
  call.url = std::move(url);
  call.headers = std::move(headers);
  return call;
}

wire::Call propfind(const std::string& url, const char* depth) {
  wire::Call call = call_of("PROPFIND", url, {std::string{"Depth: "} + depth, "Content-Type: application/xml; charset=utf-8"});
  call.body = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
              "<propfind xmlns=\"DAV:\"><prop><resourcetype/><getcontentlength/></prop></propfind>\n";
  return call;
}

wire::Call transfer(const char* method, const std::string& from, const std::string& to, Overwrite overwrite) {
  return call_of(method, from, {"Destination: " + to, overwrite == Overwrite::yes ? "Overwrite: T" : "Overwrite: F"});
}

Result<Done> WebDavStore::put_text(const std::string& url, const std::string& text) {
  wire::Call call = call_of("PUT", url);
  call.body = text;
  const auto reply = calls_.ask(call);
  if (!reply) return reply.failure();
  if (!is_fine(reply.value().status)) return calls_.refused(call, reply.value().status);
  return Done{};
}

Result<Done> WebDavStore::remove_url(const std::string& url) {
  made_.clear();
  const wire::Call call = call_of("DELETE", url);
  const auto reply = calls_.ask(call);
  if (!reply) return reply.failure();
  if (!is_fine(reply.value().status) && reply.value().status != 404) return calls_.refused(call, reply.value().status);
  return Done{};
}

Result<bool> WebDavStore::is_there(const std::string& url) {
  const wire::Call call = propfind(url, "0");
  const auto reply = calls_.ask(call);
  if (!reply) return reply.failure();
  if (reply.value().status == 404) return false;
  if (reply.value().status != 207) return calls_.refused(call, reply.value().status);
  return true;
}

// Never over something. When the answer is lost or odd, what lies where says whether it was done.
Result<Done> WebDavStore::move(const std::string& from, const std::string& to) {
  made_.clear();
  const wire::Call call = transfer("MOVE", from, to, Overwrite::no);
  const auto reply = calls_.ask(call);
  if (reply && is_fine(reply.value().status) && reply.value().status != 207) return Done{};
  const auto old = is_there(from), now = is_there(to);
  if (old && now && !old.value() && now.value()) return Done{};
  return reply ? calls_.refused(call, reply.value().status) : reply.failure();
}

Result<Done> WebDavStore::lock(const Owner& owner) {
  const std::string draft = own("lock-" + owner.token) + "/", lock = own("lock") + "/";
  const wire::Call make = call_of("MKCOL", draft);
  const auto made = calls_.ask(make);
  if (!made) return made.failure();
  if (made.value().status != 201 && made.value().status != 405) return calls_.refused(make, made.value().status);
  if (Result<Done> done = put_text(draft + "owner.json", owner_text(owner)); !done) return done;
  const auto moved = calls_.ask(transfer("MOVE", draft, lock, Overwrite::no));  // with its owner in it from the first moment
  if (!moved || !is_fine(moved.value().status)) static_cast<void>(remove_url(draft));
  const auto text = calls_.get(lock + "owner.json");
  if (!text) return text.failure();
  if (!text.value() && moved && moved.value().status == 412) return locked_by_nobody_now(location_);
  if (!text.value()) return moved ? calls_.refused(transfer("MOVE", draft, lock, Overwrite::no), moved.value().status) : moved.failure();
  const Owner holder = parse_owner(*text.value());
  if (holder.token != owner.token) return locked_by(location_, holder);
  locked_ = true;
  return Done{};
}

void WebDavStore::unlock() {
  if (std::exchange(locked_, false)) static_cast<void>(remove_url(own("lock") + "/"));
}

Result<Done> WebDavStore::recover() {
  const auto switching = calls_.get(own("switch"));
  if (!switching) return switching.failure();
  if (!switching.value()) return Done{};
  const std::string park = switching.value()->substr(0, switching.value()->find('\n'));
  const auto there = is_there(url_of({}));
  if (!there) return there.failure();
  if (!there.value() && is_good_release_id(release_of_slot(park))) {
    const auto parked = is_there(url_of(park));
    if (!parked) return parked.failure();
    if (parked.value()) {
      if (Result<Done> done = move(url_of(park), url_of({})); !done) return done;
    }
  }
  return remove_url(own("switch"));
}

// What is in the collections, one level deep, without themselves. Those that are not there are empty.
Result<std::vector<DavEntry>> WebDavStore::entries(const std::vector<std::string>& collections) {
  std::vector<wire::Call> calls;
  for (const std::string& url : collections) calls.push_back(propfind(url, "1"));
  const auto replies = calls_.ask_all(calls);
  if (!replies) return replies.failure();
  std::vector<DavEntry> all;
  for (std::size_t i = 0; i < calls.size(); ++i) {
    const wire::Reply& reply = replies.value()[i];
    if (reply.status == 404) continue;
    const auto found = reply.status == 207 ? read_multistatus(reply.body) : std::nullopt;
    if (!found) return calls_.refused(calls[i], reply.status);
    const std::string_view url = collections[i];
    const auto self = url_decoded(url.substr(url.find('/', url.find("://") + 3)));
    for (const DavEntry& entry : *found) {
      if (entry.path + "/" != *self) all.push_back(entry);
    }
  }
  return all;
}

Result<Standing> WebDavStore::standing() {
  Standing seen;
  auto release = calls_.get(url_of({}, "release.json"));
  if (!release) return release.failure();
  seen.release_json = release.value().value_or("");
  if (!says_ours(seen.release_json, Holds::site)) {
    const auto inside = entries({url_of({})});
    if (!inside) return inside.failure();
    seen.kind = inside.value().empty() ? Standing::Kind::nothing : Standing::Kind::foreign;
    return seen;
  }
  seen.kind = Standing::Kind::ours;
  auto manifest = calls_.get(url_of({}, std::string{manifest_name}));
  if (!manifest) return manifest.failure();
  seen.manifest = manifest.value().value_or("");
  return seen;
}

Result<std::vector<std::string>> WebDavStore::slots() {
  const auto there = entries({above_});
  if (!there) return there.failure();
  std::vector<std::string> all;
  for (const DavEntry& entry : there.value()) {
    std::string slot = slot_in_name(name_, "." + entry.path.substr(entry.path.rfind('/') + 1));
    if (entry.is_collection && !slot.empty()) all.push_back(std::move(slot));
  }
  std::sort(all.begin(), all.end());
  return all;
}

Result<std::vector<Stored>> WebDavStore::list(const std::string& slot) {
  const std::string root = url_of(slot), origin = root.substr(0, root.find('/', root.find("://") + 3));
  const std::string base = *url_decoded(std::string_view{root}.substr(origin.size()));
  std::vector<Stored> all;
  for (std::vector<std::string> level{root}; !level.empty();) {
    const auto found = entries(level);
    if (!found) return found.failure();
    level.clear();
    for (const DavEntry& entry : found.value()) {
      if (entry.is_collection) level.push_back(origin + url_encoded(entry.path) + "/");
      else if (entry.path.starts_with(base)) all.push_back({entry.path.substr(base.size()), entry.bytes});
    }
  }
  return all;
}

Result<std::vector<ManifestFile>> WebDavStore::read_back(const std::string& slot, const Paths& paths) {
  return calls_.hash(paths, [&](const std::string& path) { return url_of(slot, path); });
}

// Those above first; the ones on a level at once.
Result<Done> WebDavStore::make_collections(const std::string& slot, const Paths& paths) {
  std::vector<std::set<std::string>> levels{{url_of(slot)}};
  for (const std::string& path : paths) {
    std::size_t level = 1;
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1), ++level) {
      if (levels.size() <= level) levels.emplace_back();
      levels[level].insert(url_of(slot, path.substr(0, slash + 1)));
    }
  }
  for (const auto& level : levels) {
    std::vector<wire::Call> calls;
    for (const std::string& url : level) {
      if (made_.insert(url).second) calls.push_back(call_of("MKCOL", url));
    }
    const auto replies = calls_.ask_all(calls);
    if (!replies) return replies.failure();
    for (std::size_t i = 0; i < calls.size(); ++i) {
      const int status = replies.value()[i].status;
      if (status != 201 && status != 405) return calls_.refused(calls[i], status);  // 405: it is there
    }
  }
  return Done{};
}

Result<Done> WebDavStore::put(const std::string& slot, const std::vector<Put>& files) {
  Paths paths;
  std::vector<wire::Call> calls;
  for (const Put& each : files) {
    paths.push_back(each.file.path);
    calls.push_back(call_of("PUT", url_of(slot, each.file.path)));
    calls.back().file = each.from;
    calls.back().sha256 = each.file.sha256;
  }
  if (Result<Done> done = make_collections(slot, paths); !done) return done;
  const auto replies = calls_.ask_all(calls);
  if (!replies) return replies.failure();
  for (std::size_t i = 0; i < calls.size(); ++i) {
    if (!is_fine(replies.value()[i].status)) return calls_.refused(calls[i], replies.value()[i].status);
  }
  return Done{};
}

Result<Paths> WebDavStore::copy(const std::string& slot, const Paths& paths) {
  if (Result<Done> done = make_collections(slot, paths); !done) return done.failure();
  std::vector<wire::Call> calls;
  for (const std::string& path : paths) calls.push_back(transfer("COPY", url_of({}, path), url_of(slot, path), Overwrite::yes));
  const auto replies = calls_.ask_all(calls);
  if (!replies) return replies.failure();
  Paths left;
  for (std::size_t i = 0; i < calls.size(); ++i) {
    if (!is_fine(replies.value()[i].status) || replies.value()[i].status == 207) left.push_back(paths[i]);
  }
  return left;
}

Result<Done> WebDavStore::erase(const std::string& slot, const Paths& paths) {
  std::vector<wire::Call> calls;
  for (const std::string& path : paths) calls.push_back(call_of("DELETE", url_of(slot, path)));
  const auto replies = calls_.ask_all(calls);
  if (!replies) return replies.failure();
  for (std::size_t i = 0; i < calls.size(); ++i) {
    const int status = replies.value()[i].status;
    if (!is_fine(status) && status != 404) return calls_.refused(calls[i], status);
  }
  return Done{};
}

Result<Done> WebDavStore::show(const std::string& slot, const std::string& park) {
  const std::string site = url_of({});
  if (park.empty()) {
    const auto there = is_there(site);  // an empty one, or it would be parked
    if (!there) return there.failure();
    if (there.value()) {
      if (Result<Done> done = remove_url(site); !done) return done;
    }
    return move(url_of(slot), site);
  }
  if (Result<Done> done = put_text(own("switch"), park + "\n"); !done) return done;
  Result<Done> done = move(site, url_of(park));
  if (done) done = move(url_of(slot), site);
  if (!done) {
    static_cast<void>(recover());  // when this fails too, the next run does it
    return done;
  }
  static_cast<void>(remove_url(own("switch")));
  return Done{};
}

}  // namespace

Result<std::unique_ptr<Store>> open_webdav_store(const source::Target& target) {
  const auto plain = target.connection.allow_http ? wire::PlainHttp::allowed : wire::PlainHttp::refused;
  auto address = wire::parse_address(target.location, plain);
  if (!address) return address.failure();
  std::string url = address.value().url;
  while (url.ends_with('/')) url.pop_back();
  const std::size_t slash = url.rfind('/'), host = url.find("://") + 3;
  const auto name = slash > host ? url_decoded(std::string_view{url}.substr(slash + 1)) : std::nullopt;
  if (address.value().scheme == "sftp" || !name || !is_good_path(*name) || url.find('?') != std::string::npos) {
    return Failure{code::publish_bad_location, {{"path", target.location}}, target.place};
  }
  return std::unique_ptr<Store>{std::make_unique<WebDavStore>(target, url.substr(0, slash + 1), *name)};
}

}  // namespace lagesbild::publish
