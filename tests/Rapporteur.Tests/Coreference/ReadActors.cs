// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Tests.Coreference;

/// <summary>Reads a text with every stage, and looks up whom its words stand for.</summary>
internal sealed class ReadActors(string text)
{
    private static readonly RapporteurReader Reader = new();

    public string Text => text;

    public Report Report { get; } = Reader.Read(text);

    /// <summary>The actor of the n-th place where a mention begins with these words; the whole mention need not be given.</summary>
    public Actor? Of(string words, int nth = 1)
    {
        int at = -1;
        for (int i = 0; i < nth; i++) at = text.IndexOf(words, at + 1, StringComparison.Ordinal);
        Assert.True(at >= 0, $"“{words}” is not in the text");
        return Report.Actors
            .SelectMany(a => a.Mentions.Select(m => (Actor: a, m.Span)))
            .Where(m => m.Span.Start <= at && m.Span.End >= at + words.Length)
            .OrderBy(m => m.Span.Length)
            .Select(m => m.Actor)
            .FirstOrDefault();
    }

    public void Same(string one, string other, int nth = 1)
    {
        Actor? actor = Of(one);
        Assert.NotNull(actor);
        Assert.Same(actor, Of(other, nth));
    }

    public void Apart(string one, string other)
    {
        Assert.NotNull(Of(one));
        Assert.NotSame(Of(one), Of(other));
    }
}
