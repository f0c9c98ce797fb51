// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Formats.Html;

namespace Rapporteur.Formats.Packages;

/// <summary>What comes of a word processor's document: its text, with a note of what was left out, and then what could not be read.</summary>
internal static class PackageText
{
    /// <summary>The items.</summary>
    public static IEnumerable<InputItem> Items(BlockText read, DocumentProperties properties, int deletions, int comments, List<InputFault> faults, FormatContext context)
    {
        (string text, IReadOnlyList<Block> blocks) = read.Build();
        if (blocks.Count > 0)
        {
            string? title = blocks[0].Kind == PassageKind.Title ? blocks[0].Span.In(text).ToString() : null;
            yield return new InputText(context.Name, text, properties.Over(new ReadOptions { InputName = context.Name, Blocks = blocks, OneReport = true }, title))
            {
                Note = Notes.Join(Count(deletions, "tracked deletion"), Count(comments, "comment")),
            };
        }

        foreach (InputFault fault in faults) yield return context.Failure(fault);
        if (blocks.Count == 0 && faults.Count == 0) yield return context.Failure(null, "the document holds no text");
    }

    private static string? Count(int number, string what) => number == 0 ? null : number == 1 ? $"1 {what} was left out" : $"{number} {what}s were left out";
}
