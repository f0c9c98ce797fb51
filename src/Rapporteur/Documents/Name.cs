// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>What a name names, as CoNLL-2003 tells kinds apart.</summary>
public enum NameType : byte
{
    /// <summary>A person; titles are not part of the name.</summary>
    Person,

    /// <summary>An organization.</summary>
    Organization,

    /// <summary>A place.</summary>
    Location,

    /// <summary>Something else with a name: peoples, languages, events, works, products.</summary>
    Miscellaneous,
}

/// <summary>A name in the text.</summary>
/// <param name="Span">The words, UTF-16.</param>
/// <param name="Tokens">The tokens.</param>
/// <param name="Type">What it names.</param>
public readonly record struct Name(TextSpan Span, TokenRange Tokens, NameType Type) : ISpanned;
