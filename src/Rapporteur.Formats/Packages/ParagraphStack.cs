// SPDX-License-Identifier: Apache-2.0

using System.Text;
using Rapporteur.Documents;
using Rapporteur.Formats.Html;

namespace Rapporteur.Formats.Packages;

/// <summary>The paragraphs that are open while a document's XML is gone through: one inside another (a text box) comes after the one that it is anchored in.</summary>
internal sealed class ParagraphStack(BlockText text)
{
    private readonly Stack<Paragraph> open = new();
    private readonly List<Paragraph> inner = [];

    /// <summary>What the innermost paragraph is; null for one that is left out. Not to be asked or set while none is open.</summary>
    public PassageKind? Kind { get => open.Peek().Kind; set => open.Peek().Kind = value; }

    /// <summary>Whether a paragraph is open.</summary>
    public bool IsOpen => open.Count > 0;

    /// <summary>Begins a paragraph.</summary>
    public void Open(PassageKind? kind) => open.Push(new(kind));

    /// <summary>Adds to the innermost paragraph; nothing where none is open.</summary>
    public void Append(string words)
    {
        if (open.TryPeek(out Paragraph? paragraph)) paragraph.Words.Append(words);
    }

    /// <summary>Ends the innermost paragraph.</summary>
    public void Close()
    {
        if (!open.TryPop(out Paragraph? paragraph)) return;
        if (open.Count > 0)
        {
            inner.Add(paragraph);
            return;
        }

        Add(paragraph);
        foreach (Paragraph one in inner) Add(one);
        inner.Clear();
    }

    private void Add(Paragraph paragraph)
    {
        if (paragraph.Kind is { } kind) text.Add(kind == PassageKind.Title && !text.IsEmpty ? PassageKind.Heading : kind, paragraph.Words.ToString());
    }

    private sealed class Paragraph(PassageKind? kind)
    {
        public PassageKind? Kind { get; set; } = kind;

        public StringBuilder Words { get; } = new();
    }
}
