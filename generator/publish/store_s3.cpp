// A prefix in a bucket of an S3-compatible store, by path. There is no way to rename there, so a release stays where it was put, under
// PREFIX/releases/SLOT/, and PREFIX/index.html leads readers to it: one small object, replaced as a whole. Beside it: current.json for
// programs that want to know, history.txt, and lock.json while a run publishes. The lock rests on If-None-Match: a store that does not
// know that lets two runs in that begin in the same moment; they still cannot mix releases.
#include <algorithm>

#include "base/file_types.hpp"
#include "base/json_text.hpp"
#include "publish/codes.hpp"
#include "publish/store.hpp"
#include "publish/system.hpp"
#include "publish/target_codes.hpp"
#include "publish/web_calls.hpp"
#include "publish/web_xml.hpp"
#include "wire/address.hpp"

namespace lagesbild::publish {
namespace {

constexpr std::string_view mark = "<meta name=\"lagesbild-release\" content=\"";

struct Listing {
  std::vector<Stored> files;           // by key
  std::vector<std::string> prefixes;
};

class S3Store final : public Store {
 public:
  // `prefix` is empty or ends with /.
  S3Store(const source::Target& target, std::string origin, std::string bucket, std::string prefix)
      : location_(target.location), bucket_url_(std::move(origin) + "/" + url_encoded(bucket)), bucket_(std::move(bucket)),
        prefix_(std::move(prefix)), calls_(target) {}
  const std::string& shown_as() const override { return location_; }
  Result<Done> lock(const Owner& owner) override;
  void unlock() override;
  Result<Done> recover() override;
  Result<Standing> standing() override;
  Result<std::vector<std::string>> slots() override;
  Result<std::vector<Stored>> list(const std::string& slot) override;
  Result<std::optional<std::string>> read(const std::string& slot, const std::string& path) override;
  Result<std::vector<ManifestFile>> read_back(const std::string& slot, const Paths& paths) override;
  Result<Done> put(const std::string& slot, const std::vector<Put>& files) override;
  Result<Paths> copy(const std::string& slot, const Paths& paths) override;
  Result<Done> erase(const std::string& slot, const Paths& paths) override;
  Result<Done> show(const std::string& slot, const std::string& park) override;
  Result<Done> remove(const std::string& slot) override;
  Result<std::optional<std::string>> note() override { return calls_.get(url_of(prefix_ + "history.txt")); }
  Result<Done> set_note(const std::string& text) override { return put_text("history.txt", text); }
  Result<Done> keep_private(const PrivateFiles&) override { return Done{}; }  // everything here is handed out

 private:
  std::string url_of(const std::string& key) const { return bucket_url_ + "/" + url_encoded(key); }
  std::string key_of(const std::string& slot, const std::string& path) const { return prefix_ + "releases/" + slot + "/" + path; }
  Result<Done> put_text(const std::string& name, const std::string& text);
  Result<std::string> shown_slot();  // empty: there is no index.html; "?" when it is not ours
  Result<std::string> slot_or_shown(const std::string& slot);
  Result<Listing> objects(const std::string& prefix, const std::string& delimiter);
  Result<Done> erase_keys(const std::vector<std::string>& keys);

  std::string location_, bucket_url_, bucket_, prefix_;
  WebCalls calls_;
  bool locked_ = false;
};

// In a query a slash counts as any other sign, or the signature is wrong.
std::string query_encoded(const std::string& text) {
  std::string encoded;
  for (const char c : url_encoded(text)) c == '/' ? encoded += "%2F" : encoded += c;
  return encoded;
}

std::string front_page(const std::string& slot) {
  const std::string to = "releases/" + slot + "/index.html";
  return "<!DOCTYPE html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"utf-8\">\n<title>Lägesbild</title>\n" + std::string{mark} + slot +
         "\">\n<meta http-equiv=\"refresh\" content=\"0; url=" + to + "\">\n</head>\n<body>\n<p><a href=\"" + to +
         "\">Till webbplatsen <span lang=\"en\">(to the site)</span></a></p>\n</body>\n</html>\n";
}

std::string current_json(const std::string& slot) {
  JsonText json;
  json.object([&] {
    json.text("release", release_of_slot(slot));
    json.text("index", "releases/" + slot + "/index.html");
  });
  return json.take();
}

wire::Call putting(std::string url, std::string_view name) {
  wire::Call call;
  call.method = "PUT";
  call.url = std::move(url);
  call.headers = {"Content-Type: " + content_type(name)};
  return call;
}

Result<Done> S3Store::put_text(const std::string& name, const std::string& text) {
  wire::Call call = putting(url_of(prefix_ + name), name);
  call.headers.emplace_back("Cache-Control: no-cache");
  call.body = text;
  const auto reply = calls_.ask(call);
  if (!reply) return reply.failure();
  if (!is_fine(reply.value().status)) return calls_.refused(call, reply.value().status);
  return Done{};
}

Result<Listing> S3Store::objects(const std::string& prefix, const std::string& delimiter) {
  Listing all;
  for (std::string token;;) {
    wire::Call call;  // names in order, as the signature wants them
    call.url = bucket_url_ + "?" + (token.empty() ? "" : "continuation-token=" + query_encoded(token) + "&") +
               (delimiter.empty() ? "" : "delimiter=" + query_encoded(delimiter) + "&") + "list-type=2&prefix=" + query_encoded(prefix);
    const auto reply = calls_.ask(call);
    if (!reply) return reply.failure();
    const auto items = reply.value().status == 200 ? read_items(reply.value().body, "ListBucketResult") : std::nullopt;
    if (!items) return calls_.refused(call, reply.value().status);
    token.clear();
    bool more = false;
    for (const XmlItem& item : *items) {
      if (item.name == "IsTruncated") more = item.text("") == "true";
      if (item.name == "NextContinuationToken") token = item.text("");
      if (item.name == "CommonPrefixes") all.prefixes.push_back(item.text("Prefix"));
      if (item.name == "Contents") all.files.push_back({item.text("Key"), std::strtoull(item.text("Size").c_str(), nullptr, 10)});
    }
    if (!more) return all;
    if (token.empty()) return calls_.refused(call, reply.value().status);
  }
}

Result<Done> S3Store::lock(const Owner& owner) {
  const std::string url = url_of(prefix_ + "lock.json");
  auto text = calls_.get(url);
  if (!text) return text.failure();
  if (!text.value()) {
    wire::Call call = putting(url, "lock.json");
    call.headers.emplace_back("If-None-Match: *");
    call.body = owner_text(owner);
    const auto reply = calls_.ask(call);
    if (!reply) return reply.failure();
    const int status = reply.value().status;
    if (!is_fine(status) && status != 412 && status != 409) return calls_.refused(call, status);
    text = calls_.get(url);
    if (!text) return text.failure();
    if (!text.value()) return is_fine(status) ? calls_.refused(call, 404) : locked_by_nobody_now(location_);
  }
  const Owner holder = parse_owner(*text.value());
  if (holder.token != owner.token) return locked_by(location_, holder);
  locked_ = true;
  return Done{};
}

void S3Store::unlock() {
  if (std::exchange(locked_, false)) static_cast<void>(erase_keys({prefix_ + "lock.json"}));
}

Result<std::string> S3Store::shown_slot() {
  const auto page = calls_.get(url_of(prefix_ + "index.html"));
  if (!page) return page.failure();
  if (!page.value()) return std::string{};
  const std::size_t at = page.value()->find(mark);
  if (at == std::string::npos) return std::string{"?"};
  const std::string rest = page.value()->substr(at + mark.size());
  std::string slot = rest.substr(0, rest.find('"'));
  return is_good_release_id(release_of_slot(slot)) ? slot : std::string{"?"};
}

Result<std::string> S3Store::slot_or_shown(const std::string& slot) { return slot.empty() ? shown_slot() : Result<std::string>{slot}; }

// The run died between the page and what programs read.
Result<Done> S3Store::recover() {
  const auto slot = shown_slot();
  if (!slot) return slot.failure();
  if (slot.value().empty() || slot.value() == "?") return Done{};
  const auto told = calls_.get(url_of(prefix_ + "current.json"));
  if (!told) return told.failure();
  return told.value() == current_json(slot.value()) ? Result<Done>{Done{}} : put_text("current.json", current_json(slot.value()));
}

Result<Standing> S3Store::standing() {
  Standing seen;
  auto slot = shown_slot();
  if (!slot) return slot.failure();
  if (slot.value().empty()) {
    const auto there = objects(prefix_, "/");
    if (!there) return there.failure();
    for (const Stored& file : there.value().files) {
      const std::string name = file.path.substr(prefix_.size());
      if (name != "lock.json" && name != "history.txt" && name != "current.json") seen.kind = Standing::Kind::foreign;
    }
    for (const std::string& prefix : there.value().prefixes) {
      if (prefix != prefix_ + "releases/") seen.kind = Standing::Kind::foreign;
    }
    return seen;
  }
  seen.kind = Standing::Kind::foreign;
  if (slot.value() == "?") return seen;
  seen.slot = slot.value();
  auto release = read(seen.slot, "release.json");
  if (!release) return release.failure();
  seen.release_json = release.value().value_or("");
  if (!says_ours(seen.release_json, Holds::site)) return seen;
  seen.kind = Standing::Kind::ours;
  auto manifest = read(seen.slot, std::string{manifest_name});
  if (!manifest) return manifest.failure();
  seen.manifest = manifest.value().value_or("");
  return seen;
}

Result<std::vector<std::string>> S3Store::slots() {
  const std::string above = prefix_ + "releases/";
  const auto there = objects(above, "/");
  if (!there) return there.failure();
  std::vector<std::string> all;
  for (const std::string& prefix : there.value().prefixes) {
    if (prefix.size() <= above.size() + 1) continue;
    std::string slot = prefix.substr(above.size(), prefix.size() - above.size() - 1);
    if (is_good_release_id(release_of_slot(slot))) all.push_back(std::move(slot));
  }
  return all;
}

Result<std::vector<Stored>> S3Store::list(const std::string& slot) {
  const auto its = slot_or_shown(slot);
  if (!its) return its.failure();
  const std::string prefix = key_of(its.value(), {});
  auto there = objects(prefix, {});
  if (!there) return there.failure();
  for (Stored& file : there.value().files) file.path.erase(0, prefix.size());
  return std::move(there.value().files);
}

Result<std::optional<std::string>> S3Store::read(const std::string& slot, const std::string& path) {
  const auto its = slot_or_shown(slot);
  if (!its) return its.failure();
  return calls_.get(url_of(key_of(its.value(), path)));
}

Result<std::vector<ManifestFile>> S3Store::read_back(const std::string& slot, const Paths& paths) {
  const auto its = slot_or_shown(slot);
  if (!its) return its.failure();
  return calls_.hash(paths, [&](const std::string& path) { return url_of(key_of(its.value(), path)); });
}

Result<Done> S3Store::put(const std::string& slot, const std::vector<Put>& files) {
  std::vector<wire::Call> calls;
  for (const Put& each : files) {
    calls.push_back(putting(url_of(key_of(slot, each.file.path)), each.file.path));
    calls.back().file = each.from;
    calls.back().sha256 = each.file.sha256;
  }
  const auto replies = calls_.ask_all(calls);
  if (!replies) return replies.failure();
  for (std::size_t i = 0; i < calls.size(); ++i) {
    if (!is_fine(replies.value()[i].status)) return calls_.refused(calls[i], replies.value()[i].status);
  }
  return Done{};
}

Result<Paths> S3Store::copy(const std::string& slot, const Paths& paths) {
  const auto from = shown_slot();
  if (!from) return from.failure();
  std::vector<wire::Call> calls;
  for (const std::string& path : paths) {
    calls.push_back(putting(url_of(key_of(slot, path)), path));
    calls.back().headers.push_back("x-amz-copy-source: /" + url_encoded(bucket_ + "/" + key_of(from.value(), path)));
  }
  const auto replies = calls_.ask_all(calls);
  if (!replies) return replies.failure();
  Paths left;
  for (std::size_t i = 0; i < calls.size(); ++i) {  // a copy may begin with 200 and fail in what follows
    const wire::Reply& reply = replies.value()[i];
    if (reply.status != 200 || reply.body.find("CopyObjectResult") == std::string::npos) left.push_back(paths[i]);
  }
  return left;
}

Result<Done> S3Store::erase_keys(const std::vector<std::string>& keys) {
  std::vector<wire::Call> calls(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    calls[i].method = "DELETE";
    calls[i].url = url_of(keys[i]);
  }
  const auto replies = calls_.ask_all(calls);
  if (!replies) return replies.failure();
  for (std::size_t i = 0; i < calls.size(); ++i) {
    const int status = replies.value()[i].status;
    if (!is_fine(status) && status != 404) return calls_.refused(calls[i], status);
  }
  return Done{};
}

Result<Done> S3Store::erase(const std::string& slot, const Paths& paths) {
  std::vector<std::string> keys;
  for (const std::string& path : paths) keys.push_back(key_of(slot, path));
  return erase_keys(keys);
}

Result<Done> S3Store::show(const std::string& slot, const std::string&) {
  if (Result<Done> done = put_text("index.html", front_page(slot)); !done) return done;
  static_cast<void>(put_text("current.json", current_json(slot)));  // readers see the release; the next run tries again
  return Done{};
}

Result<Done> S3Store::remove(const std::string& slot) {
  const auto there = objects(key_of(slot, {}), {});
  if (!there) return there.failure();
  std::vector<std::string> keys;
  for (const Stored& file : there.value().files) keys.push_back(file.path);
  return erase_keys(keys);
}

}  // namespace

Result<std::unique_ptr<Store>> open_s3_store(const source::Target& target) {
  const auto plain = target.connection.allow_http ? wire::PlainHttp::allowed : wire::PlainHttp::refused;
  const auto address = wire::parse_address(target.location, plain);
  if (!address) return address.failure();
  const std::string url = address.value().url;
  const std::size_t slash = std::min(url.find('/', url.find("://") + 3), url.size());
  auto path = url_decoded(std::string_view{url}.substr(slash));
  while (path && path->ends_with('/')) path->pop_back();
  const bool fine = path && path->size() > 1 && is_good_path(std::string_view{*path}.substr(1)) && url.find('?') == std::string::npos;
  if (!fine || address.value().scheme == "sftp") return Failure{code::publish_bad_location, {{"path", target.location}}, target.place};
  const std::size_t end = std::min(path->find('/', 1), path->size());
  std::string prefix = end == path->size() ? std::string{} : path->substr(end + 1) + "/";
  return std::unique_ptr<Store>{std::make_unique<S3Store>(target, url.substr(0, slash), path->substr(1, end - 1), std::move(prefix))};
}

}  // namespace lagesbild::publish
