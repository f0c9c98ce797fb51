// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Formats.Compression;

/// <summary>A compression around one input of any other format. Bounded, so that a bomb goes off harmless.</summary>
/// <param name="name">Its name.</param>
/// <param name="endings">Endings of file names that tell it, each with what stands there once it is expanded: <c>.tgz</c> is a <c>.tar</c>.</param>
internal abstract class CompressedFormat(string name, params (string Ending, string Inner)[] endings) : IFormat
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public bool IsContainer => true;

    /// <inheritdoc/>
    public abstract bool Matches(InputHead head);

    /// <inheritdoc/>
    public IEnumerable<InputItem> Read(InputSource source, FormatContext context)
    {
        if (context.TooDeep is { } refused)
        {
            yield return refused;
            yield break;
        }

        using Stream expanded = Expand(source);
        string inner = InnerName(context.Name);
        foreach (InputItem item in context.Nested(inner, context.Budget.Bound(expanded, name, source)))
        {
            // What is inside an archive inside keeps its own name behind that of the file as it is.
            yield return item with { Name = item.Name.StartsWith(inner, StringComparison.Ordinal) ? context.Name + item.Name[inner.Length..] : context.Name };
        }
    }

    /// <summary>The expanded bytes; throws where the compressed ones are damaged or end early.</summary>
    protected abstract Stream Expand(InputSource compressed);

    private string InnerName(string outer)
    {
        foreach ((string ending, string inner) in endings)
        {
            if (outer.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return outer[..^ending.Length] + inner;
        }

        return outer;
    }
}
