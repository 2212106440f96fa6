// lagesbild headers nginx|apache|iis: a fragment for the server's own configuration, in its language, with a comment a line. All three say
// the same: what web/handing.hpp and base/file_types.hpp ask for.
#include <iostream>

#include "base/file_types.hpp"
#include "base/html.hpp"
#include "cli/codes.hpp"
#include "cli/commands.hpp"
#include "web/handing.hpp"

namespace lagesbild::cli {
namespace {

using Kind = FileType::Kind;

constexpr std::string_view year_of_https = "max-age=31536000";

class Fragment {
 public:
  Fragment(Language language, Audience audience, const std::vector<std::string>& ancestors)
      : language_(language), policy_(web::page_policy(ancestors)), headers_(web::fixed_headers(audience)) {}

  std::string nginx() {
    say("# ", {"Lägesbild bakom nginx. Lägg raderna i en egen fil, och ta in den där mappen pekas ut:",
               "Lägesbild behind nginx. Put these lines in a file of their own, and include it where the folder is named:"});
    text_ += "#   location /st/ { alias /srv/www/st/; include lagesbild.conf; }\n\n";
    text_ += "index index.html index.aspx;\nautoindex off;\nserver_tokens off;\n\n";
    say("# ", types_comment);
    text_ += "types {\n";
    for (const FileType& one : file_types()) text_.append("  ").append(one.type).append(" ").append(one.end).append(";\n");
    text_ += "}\ndefault_type application/octet-stream;\ncharset utf-8;\ncharset_types" + text_types() + ";\n\n";
    say("# ", smaller_comment);
    text_ += "gzip on;\ngzip_vary on;\ngzip_min_length 1000;\ngzip_types" + text_types() + ";\n\n";
    say("# ", policy_comment);
    text_ += "set $lagesbild_policy \"" + policy_ + "\";\n";
    say("# ", picture_comment);
    text_.append("if ($uri ~ \"\\.svg$\") { set $lagesbild_policy \"").append(web::picture_policy).append("\"; }\n");
    text_ += "add_header Content-Security-Policy $lagesbild_policy always;\n";
    for (const web::Header& one : headers_) {
      say("# ", {one.why_sv, one.why_en});
      text_.append("add_header ").append(one.name).append(" \"").append(one.value).append("\" always;\n");
    }
    text_ += "\n";
    say("# ", https_comment);
    text_.append("# add_header Strict-Transport-Security \"").append(year_of_https).append("\" always;\n");
    return std::move(text_);
  }

  std::string apache() {
    say("# ", {"Lägesbild bakom Apache 2.4. Lägg raderna i en egen fil, och ta in den där mappen pekas ut:",
               "Lägesbild behind Apache 2.4. Put these lines in a file of their own, and include it where the folder is named:"});
    text_ += "#   Alias /st /srv/www/st\n#   <Directory /srv/www/st>\n#     Require all granted\n#     Include lagesbild.conf\n"
             "#   </Directory>\n";
    say("# ", {"De behöver moduler: a2enmod headers mime dir filter deflate",
               "They need modules: a2enmod headers mime dir filter deflate"});
    text_ += "\nDirectoryIndex index.html index.aspx\nOptions -Indexes -MultiViews\n\n";
    say("# ", types_comment);
    for (const FileType& one : file_types()) text_.append("AddType ").append(one.type).append(" .").append(one.end).append("\n");
    text_ += "AddCharset utf-8";
    for (const FileType& one : file_types()) {
      if (one.kind == Kind::text) text_.append(" .").append(one.end);
    }
    text_ += "\n\n";
    say("# ", smaller_comment);
    text_ += "AddOutputFilterByType DEFLATE text/html" + text_types() + "\n";
    say("# ", {"Apache ger det packade ett annat märke; utan raden skulle oförändrade filer skickas igen.",
               "Apache marks what it has packed with another tag; without this line, files that have not changed would be sent again."});
    text_ += "RequestHeader edit* If-None-Match \"-gzip\\\"\" \"\\\"\"\n\n";
    say("# ", policy_comment);
    text_ += "Header always set Content-Security-Policy \"" + policy_ + "\"\n";
    say("# ", picture_comment);
    text_.append("<FilesMatch \"\\.svg$\">\n  Header always set Content-Security-Policy \"").append(web::picture_policy);
    text_ += "\"\n</FilesMatch>\n";
    for (const web::Header& one : headers_) {
      say("# ", {one.why_sv, one.why_en});
      text_.append("Header always set ").append(one.name).append(" \"").append(one.value).append("\"\n");
    }
    text_ += "\n";
    say("# ", https_comment);
    text_.append("# Header always set Strict-Transport-Security \"").append(year_of_https).append("\"\n");
    return std::move(text_);
  }

  std::string iis() {
    text_ += "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    remark("", {"Lägesbild bakom IIS 10. Spara med UTF-8 som web.config i en mapp för sig, och bygg webbplatsen i mappen st i den:",
                "Lägesbild behind IIS 10. Save with UTF-8 as web.config in a folder for itself, and build the site into folder st in it:"});
    remark("", {"i webbplatsens egen mapp skulle filen försvinna vid nästa bygge.",
                "in the site's own folder the file would be gone after the next build."});
    remark("", {"Bygg utan aspx: IIS skulle försöka köra sådana sidor.", "Build without aspx: IIS would try to run such pages."});
    text_ += "<configuration>\n  <system.webServer>\n    <defaultDocument>\n      <files>\n        <clear />\n"
             "        <add value=\"index.html\" />\n      </files>\n    </defaultDocument>\n    <directoryBrowse enabled=\"false\" />\n";
    iis_types();
    remark("    ", smaller_comment);
    text_ += "    <urlCompression doStaticCompression=\"true\" doDynamicCompression=\"false\" />\n"
             "    <httpProtocol>\n      <customHeaders>\n        <remove name=\"X-Powered-By\" />\n";
    remark("        ", policy_comment);
    iis_header("        ", "Content-Security-Policy", policy_);
    for (const web::Header& one : headers_) {
      remark("        ", {one.why_sv, one.why_en});
      iis_header("        ", one.name, one.value);
    }
    remark("        ", https_comment);
    text_.append("        <!-- <add name=\"Strict-Transport-Security\" value=\"").append(year_of_https).append("\" /> -->\n");
    text_ += "      </customHeaders>\n    </httpProtocol>\n  </system.webServer>\n";
    remark("  ", picture_comment);
    for (const std::string_view folder : {"st/bild", "st/en/bild"}) iis_pictures(folder);
    text_ += "</configuration>\n";
    return std::move(text_);
  }

 private:
  struct Words {
    std::string_view sv, en;
  };
  static constexpr Words types_comment{"filernas typer: utan dem öppnas data fel, eller inte alls",
                                       "types of files: without them data open wrong, or not at all"};
  static constexpr Words smaller_comment{"text skickas packad", "text is sent packed"};
  static constexpr Words policy_comment{"sidorna hämtar inget från någon annan, och vem som får visa dem i en ram står sist",
                                        "pages load nothing from anybody else; who may show them in a frame stands last"};
  static constexpr Words picture_comment{"bilder som egna filer har sin stil i sig, och aldrig något skript",
                                         "pictures as files of their own hold their style, and never a script"};
  static constexpr Words https_comment{"när allt på servern går över HTTPS, och inte förr: ta bort kommentaren",
                                       "when everything on the server goes over HTTPS, and not before: take away the comment"};

  std::string_view in(const Words& words) const { return language_ == Language::sv ? words.sv : words.en; }
  void say(std::string_view mark, const Words& words) { text_.append(mark).append(in(words)).append("\n"); }
  void remark(std::string_view indent, const Words& words) { text_.append(indent).append("<!-- ").append(in(words)).append(" -->\n"); }

  // Of what is text, but for HTML, which servers count in themselves.
  static std::string text_types() {
    std::string all;
    for (const FileType& one : file_types()) {
      if (one.kind == Kind::text && one.type != "text/html") all.append(" ").append(one.type);
    }
    return all;
  }

  void iis_types() {
    remark("    ", types_comment);
    text_ += "    <staticContent>\n";
    for (const FileType& one : file_types()) {
      if (one.end == "aspx") continue;
      text_.append("      <remove fileExtension=\".").append(one.end).append("\" />\n      <mimeMap fileExtension=\".").append(one.end);
      text_.append("\" mimeType=\"").append(content_type(std::string{"x."}.append(one.end))).append("\" />\n");
    }
    text_ += "    </staticContent>\n";
  }

  void iis_header(std::string_view indent, std::string_view name, std::string_view value) {
    text_.append(indent).append("<remove name=\"").append(name).append("\" />\n");
    text_.append(indent).append("<add name=\"").append(name).append("\" value=\"").append(escape(value).str()).append("\" />\n");
  }

  void iis_pictures(std::string_view folder) {
    text_.append("  <location path=\"").append(folder).append("\">\n    <system.webServer>\n");
    text_ += "      <httpProtocol>\n        <customHeaders>\n";
    iis_header("          ", "Content-Security-Policy", web::picture_policy);
    text_ += "        </customHeaders>\n      </httpProtocol>\n    </system.webServer>\n  </location>\n";
  }

  Language language_;
  std::string policy_;
  std::vector<web::Header> headers_;
  std::string text_;
};

}  // namespace

int headers(const Common& common, const HeadersOrder& order) {
  Diagnostics diagnostics;
  for (const std::string& one : order.ancestors) {
    if (!web::is_origin(one)) diagnostics.error(code::headers_origin, {}, {{"seen", one}});
  }
  print(std::cerr, diagnostics, common.language);
  if (diagnostics.has_errors()) return exit_usage;
  Fragment fragment{common.language, common.audience.value_or(Audience::intranet), order.ancestors};
  switch (order.server) {
    case WebServer::nginx: std::cout << fragment.nginx(); break;
    case WebServer::apache: std::cout << fragment.apache(); break;
    case WebServer::iis: std::cout << fragment.iis(); break;
  }
  return exit_done;
}

}  // namespace lagesbild::cli
