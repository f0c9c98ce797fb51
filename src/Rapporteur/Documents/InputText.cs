// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>What came of reading an input: a text, or the reason why there is none.</summary>
/// <param name="Name">Name of the input.</param>
public abstract record InputItem(string Name);

/// <summary>A text that an input holds.</summary>
/// <param name="Name">Name of the input.</param>
/// <param name="Text">The text, with nothing changed inside its passages.</param>
/// <param name="Options">What the input tells of it.</param>
public sealed record InputText(string Name, string Text, ReadOptions Options) : InputItem(Name)
{
    /// <summary>
    /// Where the text stands in the decoded input, in Unicode code points; null where that cannot be told.
    /// </summary>
    public TextSpan? SourceSpan { get; init; }

    /// <summary>Whether the text is a slice of the decoded input, character for character.</summary>
    public bool IsVerbatim { get; init; }

    /// <summary>Where each character of the text stands in the decoded input; null where that cannot be told.</summary>
    public OffsetMap? Map { get; init; }

    /// <summary>What a person should know of how it was read, or null: "cut in 3 parts", "charset not declared".</summary>
    public string? Note { get; init; }
}

/// <summary>An input, or a part of one, that could not be read.</summary>
/// <param name="Name">Name of the input.</param>
/// <param name="Place">Where in it: "line 12", "entry 3", "byte 4096"; null for all of it.</param>
/// <param name="Reason">Why, in one line, for a person to read.</param>
public sealed record InputFailure(string Name, string? Place, string Reason) : InputItem(Name);
