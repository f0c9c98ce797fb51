// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Relations;

/// <summary>A phrase for an office or a role: "the former U.S. ambassador to Peru".</summary>
internal sealed class RolePhrase
{
    /// <summary>What its noun says.</summary>
    public required RoleNoun Noun { get; init; }

    /// <summary>The noun.</summary>
    public required int Head { get; init; }

    /// <summary>The token after the noun.</summary>
    public required int HeadEnd { get; init; }

    /// <summary>Its first token, article or possessor included.</summary>
    public int Start { get; set; }

    /// <summary>The token after it.</summary>
    public int End { get; set; }

    /// <summary>First token of the role's own words.</summary>
    public int RoleFirst { get; set; }

    /// <summary>The token after the role's own words.</summary>
    public int RoleEnd { get; set; }

    /// <summary>In what, or beside whom, the role is held: actors.</summary>
    public List<int> Bodies { get; } = new(1);

    /// <summary>Before whom it speaks: actors.</summary>
    public List<int> Before { get; } = new(0);

    /// <summary>The party that an adjective or name in it tells; −1 for none.</summary>
    public int Party { get; set; } = -1;

    /// <summary>Where the body has its seat; −1 where it does not say.</summary>
    public int Seat { get; set; } = -1;

    /// <summary>Whether it says that the role is held no more.</summary>
    public bool HasEnded { get; set; }

    /// <summary>Whether it begins with "a" or "an".</summary>
    public bool IsIndefinite { get; set; }

    /// <summary>Whether a possessor stands before it.</summary>
    public bool HasPossessor { get; set; }

    /// <summary>Who holds it; filled by the finder.</summary>
    public List<int> Holders { get; } = new(1);

    /// <summary>The words that tell holder and role together.</summary>
    public TextSpan Span { get; set; }

    /// <summary>How the holder was found; empty while none is.</summary>
    public string Pattern { get; set; } = "";
}
