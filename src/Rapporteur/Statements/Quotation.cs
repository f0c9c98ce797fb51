// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Statements;

/// <summary>Words between quotation marks, in one passage.</summary>
/// <param name="Span">The words with their marks.</param>
/// <param name="Passage">Index of the passage.</param>
/// <param name="IsClosed">Whether it has its closing mark.</param>
/// <param name="Continues">Whether the next quotation goes on with it, as when a quotation runs over paragraphs.</param>
/// <param name="IsSingle">Whether its marks are single ones.</param>
internal readonly record struct Quotation(TextSpan Span, int Passage, bool IsClosed, bool Continues, bool IsSingle);
