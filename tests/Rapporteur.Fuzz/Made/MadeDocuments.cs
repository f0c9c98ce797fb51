// SPDX-License-Identifier: Apache-2.0

using System.IO.Compression;

namespace Rapporteur.Fuzz.Made;

/// <summary>Documents of word processors and an electronic book, for tests, fuzzing and the samples.</summary>
public static class MadeDocuments
{
    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    private const string OpenDocument = """
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
        """;

    /// <summary>A press release by a ministry: title, subheading, list, a tracked change, a comment, a footnote, a text box, hidden words.</summary>
    public static byte[] Docx(CompressionLevel level = CompressionLevel.SmallestSize) => Docx(
        level,
        Styled("Title", "Ministry puts off the dam at Kesh")
        + Styled("Heading2", "Vote moved to June")
        + "<w:p><w:r><w:t xml:space=\"preserve\">Water minister Dora Halvi said on Monday that the dam at Kesh would be </w:t></w:r><w:del w:id=\"1\" w:author=\"A\"><w:r><w:delText>built at once</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"A\"><w:r><w:t>put off</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> until June.</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>"
        + "<w:p><w:r><w:t>“We will not drown a valley for a</w:t><w:br/><w:t>ribbon,” she told</w:t><w:tab/><w:t>reporters.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Not to be seen.</w:t></w:r></w:p>"
        + "<w:p><w:pPr><w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>The council of Kesh welcomed the delay.</w:t></w:r></w:p>"
        + "<w:p><w:pPr><w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>The builders’ union condemned it.</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t>The union’s head, Per Lomm, accused the minister of breaking her word.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>The dam was promised in 2019.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>The dam was promised in 2019.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>");

    /// <summary>A Word file with a body.</summary>
    public static byte[] Docx(CompressionLevel level, string body) => MadeZip.Of(
        level,
        ("[Content_Types].xml", "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
        ("_rels/.rels", "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        ("docProps/core.xml", "<?xml version=\"1.0\"?><cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"><dc:title>Draft 3</dc:title><dc:creator>Press office</dc:creator><dcterms:created>2024-05-02T08:00:00Z</dcterms:created></cp:coreProperties>"),
        ("word/styles.xml", $"<w:styles {Word}><w:style w:type=\"paragraph\" w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"berschrift2\"><w:name w:val=\"heading 2\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"ListParagraph\"><w:name w:val=\"List Paragraph\"/><w:basedOn w:val=\"Normal\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Mein\"><w:name w:val=\"Mein Kopf\"/><w:basedOn w:val=\"berschrift2\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Verzeichnis1\"><w:name w:val=\"toc 1\"/></w:style></w:styles>"),
        ("word/footnotes.xml", $"<w:footnotes {Word}><w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:t>----</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t>Decree 14 of the ministry, 29 April 2024.</w:t></w:r></w:p></w:footnote></w:footnotes>"),
        ("word/document.xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document {Word}><w:body>{body}</w:body></w:document>"));

    /// <summary>A paragraph in a style, by its id.</summary>
    public static string Styled(string style, string words) => $"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>";

    /// <summary>A statement by a party: heading, paragraphs, list, a tracked deletion, a comment, a footnote.</summary>
    public static byte[] Odt(CompressionLevel level = CompressionLevel.SmallestSize) => Odt(
        level,
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Struck out words.</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        + "<text:p text:style-name=\"P1\">Greens leave the coalition in Ostrava</text:p><text:h text:outline-level=\"2\">A quarrel over water</text:h>"
        + "<text:p>Party leader Jana<text:s text:c=\"2\"/>Horak said that the Greens <text:span>would leave</text:span> the city’s coalition.<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>They have four of its 30 seats.</text:p></text:note-body></text:note></text:p>"
        + "<text:p>Mayor Petr Kolda denied<office:annotation><text:p>Check this.</text:p></office:annotation> that he had broken<text:line-break/>the agreement.</text:p>"
        + "<text:list><text:list-item><text:p>The Greens want the wells closed.</text:p></text:list-item><text:list-item><text:p>The mayor wants them kept.</text:p></text:list-item></text:list>");

    /// <summary>An OpenDocument text with a body.</summary>
    public static byte[] Odt(CompressionLevel level, string body, string manifest = "") => MadeZip.Of(
        level,
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", $"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry manifest:full-path=\"content.xml\">{manifest}</manifest:file-entry></manifest:manifest>"),
        ("meta.xml", $"<office:document-meta {OpenDocument}><office:meta><dc:title>Greens leave</dc:title><meta:initial-creator>Jana Horak</meta:initial-creator><dc:creator>Somebody else</dc:creator><meta:creation-date>2024-03-04T10:00:00</meta:creation-date></office:meta></office:document-meta>"),
        ("content.xml", $"<office:document-content {OpenDocument}><office:automatic-styles><style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Title\"/></office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"));

    /// <summary>A weekly paper in two articles and a cover without words.</summary>
    public static byte[] Epub(CompressionLevel level = CompressionLevel.SmallestSize) => Epub(
        level,
        ("cover.xhtml", Page("Cover", "<p><img src=\"cover.png\" alt=\"\"/></p>")),
        ("ferry.xhtml", Page("", "<h1>Ferry fares to double</h1><p>Transport minister <a id=\"p1\"/>Ilya Brenn said fares would double in May.</p><p>“Nobody asked the islands,” mayor Tove Lind told The Strait Weekly.<a epub:type=\"noteref\" href=\"#n1\">1</a></p><aside epub:type=\"footnote\" id=\"n1\"><p>Fares were last raised in 2017.</p></aside><aside><p>The islands have 4,000 people.</p></aside>")),
        ("text/strike.xhtml", Page("Strike", "<h1>Dockers end their strike</h1><p>The dockers’ union announced on Friday that its strike was over.</p><ul><li>It had lasted nine days.</li></ul>")));

    /// <summary>An EPUB of some chapters.</summary>
    public static byte[] Epub(CompressionLevel level, params (string Name, string Page)[] chapters) => MadeZip.Of(
        level,
        [
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"OEBPS/content.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>"),
            ("OEBPS/content.opf", $"""
                <package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Strait Weekly 12</dc:title><dc:creator>Mira Solt</dc:creator><dc:creator>Jon Ek</dc:creator><dc:publisher>The Strait Weekly</dc:publisher><dc:date>2024-03-22</dc:date></metadata>
                <manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>{string.Concat(chapters.Select((c, i) => $"<item id=\"c{i}\" href=\"{c.Name}\" media-type=\"application/xhtml+xml\"/>"))}</manifest>
                <spine><itemref idref="nav"/>{string.Concat(chapters.Select((_, i) => $"<itemref idref=\"c{i}\"/>"))}</spine></package>
                """),
            ("OEBPS/nav.xhtml", Page("Contents", "<nav epub:type=\"toc\"><ol><li>Ferry fares to double</li></ol></nav>")),
            .. chapters.Select(c => ("OEBPS/" + c.Name, c.Page)),
        ]);

    /// <summary>A page of XHTML, as books hold them; without a title, its title element is closed where it begins.</summary>
    public static string Page(string title, string body)
        => $"<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"><head>{(title.Length == 0 ? "<title/>" : $"<title>{title}</title>")}</head><body>{body}</body></html>";
}
