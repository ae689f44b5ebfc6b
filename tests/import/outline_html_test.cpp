#include <catch.hpp>

#include <rung/diagnostic/source.hpp>

#include "shown_outline.hpp"

TEST_CASE("a page is read without its navigation, scripts, header, and footer, and each is reported", "[import]") {
  const std::string page =
      "<title> The\n garden </title>\n"
      "<style>li { color: red }</style>\n"
      "<nav><ul><li><a href=/>Home</a></li><li>Search</li></ul></nav>\n"
      "<header>Acme</header>\n"
      "<div class='wide toc'><p><a href=a.html>A</a></p><p><a href=b.html>B</a></p></div>\n"
      "<h1>Gardener</h1><ul><li>digs</li></ul>\n"
      "<aside><p>Buy now</p></aside>\n"
      "<div style='display:none'><ul><li>unseen</li></ul></div>\n"
      "<div role=navigation>Next</div><form><button>Send</button></form>\n"
      "<footer><ul><li>Imprint</li><li>Contact</li></ul></footer>\n"
      "<script>document.write('<li>no item</li>')</script>\n";
  CHECK(shown_html(page) ==
        "7 heading 1: Gardener\n"
        "7 item 0: digs\n"
        "- 3 scripts and styles: 0\n"
        "- 4 navigation: 2\n"
        "- 5 page header: 0\n"
        "- 8 aside: 0\n"
        "- 9 hidden part of the page: 1\n"
        "- 10 form: 0\n"
        "- 11 page footer: 2\n");
  CHECK(rung::outline_html(page, "p").value->title == "The garden");
}

TEST_CASE("content that only looks like navigation stays", "[import]") {
  CHECK(shown_html("<article><header><h1>Gardener</h1></header><footer>Ends</footer></article>") ==
        "1 heading 1: Gardener\n1 paragraph: Ends\n");
  CHECK(shown_html("<header><h1>Gardener</h1></header>") == "1 heading 1: Gardener\n");
  CHECK(shown_html("<form><h1>Gardener</h1><ul><li>digs</li></ul></form>") ==
        "1 heading 1: Gardener\n1 item 0: digs\n");
  CHECK(shown_html("<div class=menu><ul><li>cooks <a href=soup.html>soup</a></li><li>bakes <a "
                   "href=b.html>b</a></li></ul></div>") == "1 item 0: cooks soup\n1 item 0: bakes b\n");
  CHECK(shown_html("<h2>Skills</h2><ul><li><a href=d.html>digs</a></li><li><a href=s.html>sows</a></li></ul>") ==
        "1 heading 2: Skills\n1 item 0: digs\n1 item 0: sows\n");
}

TEST_CASE("an item has its own text, without the items below it", "[import]") {
  CHECK(shown_html("<ul>\n"
                   "<li>\n"
                   "  <p>digs</p>\n"
                   "  <ul><li>deep</li></ul>\n"
                   "  <p>every day</p>\n"
                   "</li>\n"
                   "<li><ol><li>alone</li></ol></li>\n"
                   "<li><img src=x alt=gone></li>\n"
                   "</ul>") == "3 item 0: digs every day\n4 item 1: deep\n7 item 1: alone\n");
}

TEST_CASE("terms and summaries are labels, definitions are items", "[import]") {
  CHECK(shown_html("<dl><dt>Soil:</dt><dd>is dug</dd><dd>is fed</dd></dl>"
                   "<details><summary>Air</summary><ul><li>is fresh</li></ul></details>") ==
        "1 label: Soil\n1 item 0: is dug\n1 item 0: is fed\n1 label: Air\n1 item 0: is fresh\n");
}

TEST_CASE("a paragraph with line breaks is one, unless its lines start with list markers", "[import]") {
  CHECK(shown_html("<p>one<br>two</p>") == "1 paragraph: one two\n");
  CHECK(shown_html("<p><b>Care</b><br>\n* digs<br>\n- sows<br>\n2) reaps</p>") ==
        "1 label: Care\n2 item 0: digs\n3 item 0: sows\n4 item 0: reaps\n");
}

TEST_CASE("text is bold if it is shown as bold", "[import]") {
  CHECK(shown_html("<p><span style='font-weight:700'>Care</span></p>"
                   "<b style='font-weight:normal'><p>plain</p></b>"
                   "<p><b>Key</b>&nbsp;<b>skills</b></p>") ==
        "1 label: Care\n1 paragraph: plain\n1 label: Key skills\n");
}

TEST_CASE("a symbol that links a heading to itself is not part of it", "[import]") {
  CHECK(shown_html("<h2>Soil<a class=headerlink href=#soil>¶</a></h2><h2>C#</h2>") ==
        "1 heading 2: Soil\n1 heading 2: C#\n");
}

TEST_CASE("typographic spaces are one space; invisible and unsafe characters are removed, escaped ones too",
          "[import]") {
  const auto outline = rung::outline_html(
      "<p>a&nbsp;&nbsp;b&#x2003;c&#x200B;d</p><p>x&#x202E;y&#x1B;z\x0C\x07!</p><p>so\xC2\xAD"
      "ft</p>\r\n<p>end",
      "p");
  REQUIRE(outline);
  CHECK(show_outline(outline) == "1 paragraph: a b cd\n1 paragraph: xyz !\n1 paragraph: soft\n2 paragraph: end\n");
  for (const auto& block : outline.value->blocks) CHECK(rung::find_forbidden_character(block.text).empty());
}

TEST_CASE("a truncated page is read up to its end", "[import]") {
  CHECK(shown_html("<h1>Gardener</h1><ul><li>digs<li>sows and <b>wat") ==
        "1 heading 1: Gardener\n1 item 0: digs\n1 item 0: sows and wat\n");
  CHECK(shown_html("<ul><li>digs</li><li class=\"open") == "1 item 0: digs\n");
}

TEST_CASE("bold text and nested lists are recognized as word processors export them", "[import]") {
  CHECK(shown_html("<style>.c1{font-weight:700;color:#000}.c2 { font-weight: 400 }\n.c3 p{font-weight:bold}</style>"
                   "<p><span class='c9 c1'>Care</span></p><p><span class=c2>plain</span></p><p class=c3>also plain</p>"
                   "<ul class='lst-kix_ab-0 start'><li>digs</li></ul>"
                   "<ul class='lst-kix_ab-1 start'><li>deep</li></ul>") ==
        "2 label: Care\n"
        "2 paragraph: plain\n"
        "2 paragraph: also plain\n"
        "2 item 0: digs\n"
        "2 item 1: deep\n"
        "- 1 scripts and styles: 0\n");
}
