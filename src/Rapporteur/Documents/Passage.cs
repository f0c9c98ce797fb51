// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>What part of a report a passage is.</summary>
public enum PassageKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>The report's title.</summary>
    Title,

    /// <summary>A heading inside the report, or a standfirst set as one.</summary>
    Heading,

    /// <summary>A note by an editor: "Editor's note: This article was first published by …".</summary>
    EditorNote,

    /// <summary>Who wrote it, where and when: "By …", a dateline of its own, "Updated …".</summary>
    Byline,

    /// <summary>A note about the author, as a rule at the end.</summary>
    AuthorBio,

    /// <summary>A post shown whole, with or without the name of its poster.</summary>
    SocialPost,

    /// <summary>The words below a picture, with its credit.</summary>
    Caption,

    /// <summary>An item of a list.</summary>
    List,
}

/// <summary>A passage: the smallest part of a report that is set apart, as a rule one line or paragraph.</summary>
/// <param name="Span">The words, without the white space around them.</param>
/// <param name="Kind">What part of the report it is.</param>
/// <param name="Language">ISO 639-1 code, or <c>und</c> where the passage has too few words to tell.</param>
public readonly record struct Passage(TextSpan Span, PassageKind Kind, string Language) : ISpanned;

/// <summary>What was seen and not analysed.</summary>
/// <param name="Span">The words that were left out.</param>
/// <param name="Why">The reason, for a person to read.</param>
public readonly record struct UnreadPart(TextSpan Span, string Why) : ISpanned;

/// <summary>A part of a text whose kind the input itself tells, as HTML does by its tags.</summary>
/// <param name="Span">The words, in the text that is handed over with it.</param>
/// <param name="Kind">What the input says it is.</param>
public readonly record struct Block(TextSpan Span, PassageKind Kind);
