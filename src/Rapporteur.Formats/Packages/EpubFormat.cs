// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Formats.Html;

namespace Rapporteur.Formats.Packages;

/// <summary>An EPUB: each chapter an item, in reading order, since chapters of a book, and articles of a paper that comes as one, are reports of their own.</summary>
internal sealed class EpubFormat : IFormat
{
    /// <inheritdoc/>
    public string Name => "epub";

    /// <inheritdoc/>
    public bool Matches(InputHead head)
        => new PackageHead(head) is var package && (package.MediaType == "application/epub+zip" || package.Has("META-INF/container.xml") || (head.Extension == ".epub" && package.Has("META-INF/", "OEBPS/", "OPS/", "EPUB/")));

    /// <inheritdoc/>
    public IEnumerable<InputItem> Read(InputSource source, FormatContext context)
    {
        (ZipPackage? opened, InputFault? fault) = ZipPackage.Open(source, context.Limits);
        if (opened is null)
        {
            yield return context.Failure(fault!);
            yield break;
        }

        using ZipPackage zip = opened;
        List<InputFault> faults = [];
        EpubPackage? package = EpubPackage.Read(zip, faults);
        HashSet<string> encrypted = EpubPackage.Encrypted(zip, faults);
        int number = 0, read = 0;
        foreach (string part in package?.Chapters ?? [])
        {
            context.Cancellation.ThrowIfCancellationRequested();
            string place = $"chapter {++number} ({OneLine.Of(part)})";
            if (Chapter(zip, part, place, package!, encrypted.Contains(part), context) is not { } item) continue;
            read++;
            yield return item;
        }

        foreach (InputFault broken in faults) yield return context.Failure(broken);
        if (read == 0 && faults.Count == 0) yield return context.Failure(null, number > 0 ? "none of its chapters holds text" : "it names no chapters");
    }

    /// <summary>A chapter, or why it can't be read; null for one without text, as covers are.</summary>
    private static InputItem? Chapter(ZipPackage zip, string part, string place, EpubPackage package, bool isEncrypted, FormatContext context)
    {
        if (isEncrypted) return context.Failure(place, "it is encrypted, as books with rights management are");
        if (!zip.Has(part)) return context.Failure(place, "the book names it and does not hold it");
        string? page = null, note = null;
        List<InputFault> faults = [];
        zip.ReadBytes(
            part,
            stream =>
            {
                (page, note, InputFault? fault) = HtmlSource.Read(stream, context.Limits);
                if (fault is not null) faults.Add(fault);
            },
            faults);
        if (faults.Count > 0) return context.Failure(place, faults[0].Reason);
        if (EpubChapter.Of(page ?? "", context.Limits) is not { } read) return context.Failure(place, $"its tags are nested more than {context.Limits.MaxHtmlDepth} deep, which no text's are");
        (string text, IReadOnlyList<Block> blocks) = read.Build();
        if (blocks.Count == 0) return null;
        string? heading = blocks[0].Kind is PassageKind.Title or PassageKind.Heading ? blocks[0].Span.In(text).ToString() : null;
        return new InputText(context.Name, text, new ReadOptions
        {
            InputName = context.Name, Title = heading ?? package.Title, Author = package.Author, Outlet = package.Publisher, Published = package.Published, Blocks = blocks, Places = [new(0, place)], OneReport = true,
        })
        {
            Note = note is null ? null : $"{place}: {note}",
        };
    }
}
