#include "source/publication.hpp"

#include <algorithm>
#include <utility>

#include "source/codes.hpp"
#include "source/connection.hpp"

namespace lagesbild::source {
namespace {

bool is_id(std::string_view id) {
  return !id.empty() && id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

// Where the target is, by the only one of its keys.
void read_place(const Section& section, const yaml::Node& node, yaml::Reader& reader, Target& target) {
  static constexpr std::pair<std::string_view, Target::Kind> kinds[] = {
      {"folder", Target::Kind::folder}, {"webdav", Target::Kind::webdav}, {"sftp", Target::Kind::sftp}, {"s3", Target::Kind::s3}};
  std::size_t said = 0;
  for (const auto& [key, kind] : kinds) {
    if (!reader.has(key)) continue;
    ++said;
    target.kind = kind;
    target.location = reader.text(key);
    target.place = reader.place(key);
  }
  if (said != 1) {
    section.diagnostics.error(code::target_kind, section.document.place(node), {}, section.document.excerpt(node.line));
    return;
  }
  const std::string& at = target.location;
  const std::string_view key = kinds[static_cast<std::size_t>(target.kind)].first;
  const auto refuse = [&](std::string_view expected) {
    // What may be a password is not shown.
    const std::string seen = at.find('@') == std::string::npos ? at : "…" + at.substr(at.rfind('@'));
    reader.complain(key, code::target_address, {{"seen", seen}, {"expected", std::string{expected}}});
  };
  const bool web = at.starts_with("https://") || at.starts_with("http://");
  const bool bare = at.find_first_of("?#@ ") == std::string::npos;
  if (target.kind == Target::Kind::folder && !at.starts_with("/")) reader.complain(key, code::target_path, {{"seen", at}});
  if (target.kind == Target::Kind::webdav && !(web && bare)) refuse("https://server/mapp/lagesbild");
  if (target.kind == Target::Kind::s3 && !(web && bare)) refuse("https://server/bucket/lagesbild");
  const std::string_view rest = std::string_view{at}.substr(std::min<std::size_t>(at.size(), 7));
  const bool secure = at.starts_with("sftp://") && rest.find('@') != std::string_view::npos && rest.find('/') != std::string_view::npos;
  const bool password = rest.substr(0, rest.find('@')).find(':') != std::string_view::npos;
  if (target.kind == Target::Kind::sftp && (!secure || password)) refuse("sftp://user@server/srv/www/lagesbild");
}

Target read_target(const Section& section, const yaml::Node& node) {
  yaml::Reader reader{section.document, node, section.diagnostics};
  Target target;
  if (!reader) return target;
  target.id = reader.text("id");
  if (!target.id.empty() && !is_id(target.id)) reader.complain("id", code::site_id_form, {{"seen", target.id}});
  read_place(section, node, reader, target);
  if (target.kind == Target::Kind::folder && reader.has("switch")) {
    target.how = reader.one_of("switch", {"exchange", "symlink"}) == "symlink" ? Target::Switch::symlink : Target::Switch::exchange;
  }
  target.keep = static_cast<std::size_t>(reader.integer_or("keep", 3, 1, 100));
  if (target.kind != Target::Kind::folder) target.connection = read_connection(section, reader);
  if (target.kind == Target::Kind::sftp && target.connection.known_hosts.empty()) reader.complain("sftp", code::target_host_key);
  if (target.kind == Target::Kind::s3 && target.connection.login.kind != Login::Kind::signature) reader.complain("s3", code::target_login);
  reader.finish();
  return target;
}

Limits read_limits(const Section& section, const yaml::Node& node) {
  yaml::Reader reader{section.document, node, section.diagnostics};
  Limits limits;
  if (!reader) return limits;
  const auto percent = [&](std::string_view key, int otherwise) { return static_cast<int>(reader.integer_or(key, otherwise, 0, 100)); };
  limits.deleted_files_percent = percent("deleted_files_percent", limits.deleted_files_percent);
  limits.changed_rows_percent = percent("changed_rows_percent", limits.changed_rows_percent);
  limits.removed_rows_percent = percent("removed_rows_percent", limits.removed_rows_percent);
  reader.finish();
  return limits;
}

Notify read_notify(const Section& section, const yaml::Node& node) {
  yaml::Reader reader{section.document, node, section.diagnostics};
  Notify notify;
  if (!reader) return notify;
  notify.command = reader.texts("command");
  notify.webhook = reader.text_or("webhook", "");
  const bool web = notify.webhook.starts_with("https://") || notify.webhook.starts_with("http://");
  if (!notify.webhook.empty() && (!web || notify.webhook.find('@') != std::string::npos)) {
    section.diagnostics.error(code::target_address, reader.place("webhook"), {{"seen", "…"}, {"expected", "https://server/krok"}});
  }
  if (!notify.webhook.empty()) notify.connection = read_connection(section, reader);
  reader.finish();
  return notify;
}

}  // namespace

Publication read_publication(const Section& section, yaml::Reader& site) {
  Publication publication;
  const yaml::Node* node = site.map_or_none("publish");
  if (node == nullptr) return publication;
  yaml::Reader reader{section.document, *node, section.diagnostics};
  const yaml::Node* list = reader.list("targets");
  for (const yaml::Node& each : list ? list->items : std::vector<yaml::Node>{}) {
    Target target = read_target(section, each);
    const auto same = [&](const Target& other) { return other.id == target.id && !target.id.empty(); };
    const auto twin = std::find_if(publication.targets.begin(), publication.targets.end(), same);
    if (twin != publication.targets.end()) {
      const auto index = static_cast<std::size_t>(twin - publication.targets.begin());
      section.diagnostics.error(code::site_duplicate_id, section.document.place(each),
                                {{"id", target.id}, {"line", std::to_string(list->items[index].line)}},
                                section.document.excerpt(each.line));
    }
    publication.targets.push_back(std::move(target));
  }
  if (const yaml::Node* limits = reader.map_or_none("limits")) publication.limits = read_limits(section, *limits);
  if (const yaml::Node* notify = reader.map_or_none("notify")) publication.notify = read_notify(section, *notify);
  reader.finish();
  return publication;
}

}  // namespace lagesbild::source
