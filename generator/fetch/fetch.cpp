#include "fetch/fetch.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/file.hpp"
#include "base/hash.hpp"
#include "fetch/cache_codes.hpp"
#include "fetch/codes.hpp"
#include "fetch/database_codes.hpp"
#include "wire/codes.hpp"

namespace lagesbild::fetch {
namespace {

using source::Source;
using Got = std::optional<Result<Answer>>;  // nothing: it was not asked

// What was known of each source before; errors are told.
std::vector<std::optional<Kept>> known_of(const std::vector<Source>& sources, const FetchOrder& order, Online online,
                                          Diagnostics& diagnostics) {
  std::vector<std::optional<Kept>> known(sources.size());
  for (std::size_t i = 0; order.cache && i < sources.size(); ++i) {
    if (sources[i].kind == Source::Kind::file) continue;
    auto found = order.cache->find(sources[i]);
    const auto warn = [&](const Failure& failure) {  // it is fetched anew, as the first time
      Diagnostic warning = failure.diagnostic();
      warning.severity = Severity::warning;
      diagnostics.add(std::move(warning));
    };
    if (!found) {
      warn(found.failure());
      continue;
    }
    known[i] = std::move(found).value();
    if (!known[i] || known[i]->sha256.empty()) continue;
    if (const auto bytes = order.cache->read(known[i]->sha256); !bytes) {  // "unchanged" would be of no use
      known[i]->etag.clear();
      known[i]->last_modified.clear();
      if (online == Online::yes) warn(bytes.failure());
    }
  }
  return known;
}

Request request_of(const Source& source, const std::optional<Kept>& known) {
  Request request;
  request.url = source.location;
  request.connection = source.connection;
  request.max_bytes = source.max_bytes;
  if (known && !known->sha256.empty()) {
    request.etag = known->etag;
    request.last_modified = known->last_modified;
  }
  return request;
}

Result<Answer> ask(const Source& source, Database* database) {
  if (database == nullptr) return Failure{code::database_missing, {{"query", source.location}}, {}};
  auto csv = database->ask(*source.query);
  if (!csv) return csv.failure();
  return Answer{std::move(csv).value(), "text/csv", {}};
}

// Databases one at a time and before the servers: each is asked in a process of its own (driver_process.hpp), which must not begin while
// the network is in the middle of TLS. Files are read when their turn comes.
std::vector<Got> ask_all(const std::vector<Source>& sources, const std::vector<std::optional<Kept>>& known, Effects& effects) {
  std::vector<Got> got(sources.size());
  std::vector<std::size_t> of_url;
  std::vector<Request> requests;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (sources[i].kind == Source::Kind::database) got[i] = ask(sources[i], effects.database);
    if (sources[i].kind != Source::Kind::url) continue;
    of_url.push_back(i);
    requests.push_back(request_of(sources[i], known[i]));
  }
  std::vector<Result<Answer>> all = requests.empty() ? std::vector<Result<Answer>>{} : effects.network.get(requests);
  for (std::size_t i = 0; i < all.size(); ++i) got[of_url[i]] = std::move(all[i]);
  return got;
}

Diagnostic complaint(const Failure& failure, const Source& source) {
  Diagnostic one = failure.diagnostic();
  if (one.place.file.empty()) one.place = source.place;  // whoever mends it opens sources.yaml
  return one;
}

// What sources.yaml says wrongly, rather than the world.
bool is_own_mistake(Code code) {
  static constexpr Code mistakes[] = {
      code::wire_url_no_scheme, code::wire_url_scheme, code::wire_url_invalid, code::wire_url_credentials, code::wire_http_not_allowed,
      code::wire_proxy_invalid, code::wire_secret_none, code::wire_secret_variable, code::wire_secret_file, code::wire_secret_open,
      code::wire_secret_empty, code::wire_secret_unusable, code::wire_login_in_the_open, code::wire_ca_file, code::wire_client_files,
      code::fetch_sftp_folder, code::fetch_sftp_known_hosts, code::fetch_sftp_user, code::fetch_sftp_identity, code::fetch_sftp_rsa,
      code::wire_login_unusable, code::fetch_database_not_select, code::fetch_database_several, code::fetch_database_unclosed,
      code::fetch_database_text, code::fetch_database_parameters, code::fetch_database_writes, code::fetch_database_connection,
      code::fetch_database_password_written, code::fetch_database_setting, code::fetch_database_driver, code::fetch_database_no_columns,
      code::fetch_database_column_unnamed, code::fetch_database_column_twice, code::fetch_database_binary};
  return std::find(std::begin(mistakes), std::end(mistakes), code) != std::end(mistakes);
}

// A page that a server shows instead of the file: a login, an error in words, a portal.
bool is_page(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return false;
  std::string begin{bytes.substr(first, 14)};
  for (char& c : begin) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return begin.starts_with("<!doctype html") || begin.starts_with("<html") || begin.starts_with("<head") || begin.starts_with("<body");
}

class Sources {
 public:
  Sources(const source::Configuration& configuration, const FetchOrder& order, Effects& effects, Diagnostics& diagnostics)
      : site_(configuration.site), order_(order), effects_(effects), diagnostics_(diagnostics), now_(effects.clock.now()) {}

  // From what came, or from what was kept.
  std::optional<Copy> copy_of(const Source& source, std::optional<Kept> known, Got got) {
    Copy copy;
    copy.source = &source;
    copy.shown_as = shown(source, site_.folder);
    if (source.kind == Source::Kind::file) return from_file(std::move(copy));
    Kept state = known.value_or(Kept{});
    if (!got) return from_cache(std::move(copy), state, std::nullopt);
    state.tried = now_;
    state.failure.clear();
    if (!got->ok()) return from_cache(std::move(copy), state, got->failure());
    Answer answer = std::move(*got).value();
    if (answer.unchanged) return unchanged(std::move(copy), std::move(state));
    return arrived(std::move(copy), std::move(state), std::move(answer));
  }

 private:
  std::optional<Copy> from_file(Copy copy) {
    auto bytes = effects_.disk.read(site_.folder / copy.source->location);
    if (!bytes) {
      diagnostics_.add(complaint(bytes.failure(), *copy.source));
      return std::nullopt;
    }
    copy.bytes = std::move(bytes).value();
    copy.sha256 = sha256_hex(copy.bytes);
    if (const auto fault = wrong_bytes(copy)) {
      diagnostics_.add(complaint(*fault, *copy.source));
      return std::nullopt;
    }
    return copy;
  }

  // The server says that nothing is newer; what we have must still be whole.
  std::optional<Copy> unchanged(Copy copy, Kept state) {
    auto bytes = order_.cache->read(state.sha256);
    if (!bytes) return from_cache(std::move(copy), state, bytes.failure());
    copy.bytes = std::move(bytes).value();
    copy.sha256 = state.sha256;
    copy.fetched = state.fetched;
    state.confirmed = now_;
    copy.fresh = std::move(state);
    return copy;
  }

  std::optional<Copy> arrived(Copy copy, Kept state, Answer answer) {
    copy.bytes = std::move(answer.body);
    copy.sha256 = sha256_hex(copy.bytes);
    if (const auto fault = wrong_bytes(copy)) return from_cache(std::move(copy), state, *fault);
    Shape shape;
    if (order_.inspect) {
      auto seen = order_.inspect(copy);
      if (!seen) return from_cache(std::move(copy), state, seen.failure());
      shape = std::move(seen).value();
      if (const auto fault = unlike(state, shape, *copy.source)) return from_cache(std::move(copy), state, *fault);
    }
    if (state.sha256 != copy.sha256) state.fetched = now_;
    copy.fetched = state.fetched;
    if (order_.cache) {
      if (const auto put = order_.cache->put(copy.sha256, copy.bytes); !put) {
        diagnostics_.add(complaint(put.failure(), *copy.source));
        return std::nullopt;
      }
    }
    copy.fresh = Kept{copy.sha256,       state.fetched, now_,          answer.etag, answer.last_modified,
                      copy.bytes.size(), shape.rows,    shape.columns, now_,        {}};
    return copy;
  }

  std::optional<Failure> wrong_bytes(const Copy& copy) const {
    const std::string& expected = copy.source->sha256;
    if (!expected.empty() && expected != copy.sha256) {
      return Failure{code::fetch_checksum, {{"source", copy.shown_as}, {"seen", copy.sha256}, {"expected", expected}}, {}};
    }
    if (copy.source->kind == Source::Kind::url && is_page(copy.bytes)) return Failure{code::fetch_page, {{"url", copy.shown_as}}, {}};
    return std::nullopt;
  }

  // Against the rows that there must be, and those that there were.
  std::optional<Failure> unlike(const Kept& before, const Shape& shape, const Source& source) const {
    const std::string rows = std::to_string(shape.rows), named = shown(source, site_.folder);
    if (shape.rows < source.min_rows) {
      return Failure{code::fetch_few_rows, {{"source", named}, {"rows", rows}, {"least", std::to_string(source.min_rows)}}, {}};
    }
    if (before.sha256.empty()) return std::nullopt;  // the first time
    const std::size_t least = before.rows * static_cast<std::size_t>(100 - source.may_shrink_percent);
    if (shape.rows * 100 < least) {
      return Failure{code::fetch_shrunk, {{"source", named}, {"rows", rows}, {"before", std::to_string(before.rows)},
                                          {"limit", std::to_string(source.may_shrink_percent)}}, {}};
    }
    for (const std::string& column : before.columns) {
      if (order_.columns == Columns::may_go) break;
      if (std::find(shape.columns.begin(), shape.columns.end(), column) != shape.columns.end()) continue;
      return Failure{code::fetch_column_gone, {{"source", named}, {"column", column}}, {}};
    }
    return std::nullopt;
  }

  // `failure`: nothing when nobody asked.
  std::optional<Copy> from_cache(Copy copy, Kept state, std::optional<Failure> failure) {
    const Source& source = *copy.source;
    const auto give_up = [&](const Failure& why) {
      diagnostics_.add(complaint(why, source));
      return std::nullopt;
    };
    if (failure && is_own_mistake(failure->code)) return give_up(*failure);  // no reason to show old figures
    if (failure) {
      state.failure = failure->code.id;
      if (order_.cache) note(source, state);
    }
    if (state.sha256.empty()) {
      return give_up(failure ? *failure : Failure{code::cache_empty, {{"source", copy.shown_as}}, {}});
    }
    auto bytes = order_.cache->read(state.sha256);
    if (!bytes) {
      if (failure) diagnostics_.add(complaint(*failure, source));
      return give_up(bytes.failure());
    }
    if (failure) warn(*failure, source);
    const auto age = std::chrono::floor<std::chrono::days>(now_ - state.confirmed);
    if (age > source.max_age) {
      return give_up({code::cache_too_old, {{"source", copy.shown_as}, {"days", std::to_string(age.count())},
                                            {"limit", std::to_string(source.max_age.count())}}, {}});
    }
    if (!state.failure.empty()) {
      warn({code::cache_used, {{"source", copy.shown_as}, {"date", to_string(day_of(state.confirmed))}}, {}}, source);
    }
    copy.bytes = std::move(bytes).value();
    copy.sha256 = state.sha256;
    copy.kept = !state.failure.empty();
    copy.fetched = copy.kept ? state.confirmed : state.fetched;
    copy.why_kept = state.failure;
    return copy;
  }

  void warn(const Failure& failure, const Source& source) {
    Diagnostic one = complaint(failure, source);
    one.severity = Severity::warning;
    diagnostics_.add(std::move(one));
  }

  void note(const Source& source, const Kept& state) {
    if (const auto noted = order_.cache->note(source, state); !noted) warn(noted.failure(), source);
  }

  const source::Site& site_;
  const FetchOrder& order_;
  Effects& effects_;
  Diagnostics& diagnostics_;
  std::chrono::sys_seconds now_;
};

}  // namespace

std::string shown_location(const Source& source) {
  if (source.kind != Source::Kind::url) return source.location;
  std::string location = source.location.substr(0, source.location.find_first_of("?#"));
  const std::size_t host = location.find("://"), at = location.find('@');
  if (host != std::string::npos && at != std::string::npos && at < location.find('/', host + 3)) location.erase(host + 3, at - host - 2);
  return location;
}

std::string shown(const Source& source, const std::filesystem::path& folder) {
  if (source.kind == Source::Kind::url) return source.location.substr(0, source.location.find('?'));
  return (folder / source.location).lexically_normal().string();
}

std::vector<Copy> fetch_all(const source::Configuration& configuration, const FetchOrder& order, Effects& effects,
                            Diagnostics& diagnostics) {
  const std::vector<Source>& sources = configuration.sources;
  auto known = known_of(sources, order, effects.online, diagnostics);
  std::vector<Got> got(sources.size());
  if (effects.online == Online::yes) got = ask_all(sources, known, effects);
  Sources all{configuration, order, effects, diagnostics};
  std::vector<Copy> copies;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (auto copy = all.copy_of(sources[i], std::move(known[i]), std::move(got[i]))) copies.push_back(*std::move(copy));
  }
  return copies;
}

Result<Done> accept(const std::vector<Copy>& copies, const Cache& cache) {
  for (const Copy& copy : copies) {
    if (!copy.fresh) continue;
    if (Result<Done> noted = cache.note(*copy.source, *copy.fresh); !noted) return noted;
  }
  cache.sweep();
  return Done{};
}

bool outside_world_failed(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.all().begin(), diagnostics.all().end(), [](const Diagnostic& d) {
    const bool of_world = d.code.id.starts_with("fetch-") || d.code.id.starts_with("wire-") || d.code.id.starts_with("database-") ||
                          d.code.id.starts_with("cache-");
    return d.severity == Severity::error && of_world && !is_own_mistake(d.code);
  });
}

}  // namespace lagesbild::fetch
