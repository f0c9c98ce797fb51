// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Formats.Archives;

/// <summary>Reads a file inside an archive: named <c>archive.zip/inside/name.txt</c>, with what is odd about its name told once.</summary>
internal static class ArchiveEntry
{
    /// <summary>What the file holds.</summary>
    public static IEnumerable<InputItem> Read(EntryName name, InputSource content, FormatContext context)
    {
        string? oddity = name.Oddity;
        foreach (InputItem item in context.Nested(NameIn(context, name), content))
        {
            if (oddity is null || item is not InputText text)
            {
                yield return item;
                continue;
            }

            yield return text with { Note = text.Note is null ? oddity : $"{oddity}; {text.Note}" };
            oddity = null;
        }
    }

    /// <summary>Why the file can't be read.</summary>
    public static InputFailure Failure(EntryName name, string reason, FormatContext context) => new(NameIn(context, name), null, name.Oddity is null ? reason : $"{reason}; {name.Oddity}");

    private static string NameIn(FormatContext context, EntryName name) => $"{context.Name}/{name.Harmless}";
}
