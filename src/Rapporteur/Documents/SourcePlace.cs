// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>Where a stretch of a text stands in its input, by the input's own count: "page 3".</summary>
/// <param name="Start">Where the stretch begins in the text, UTF-16; it ends where the next one begins.</param>
/// <param name="Name">The place.</param>
public readonly record struct SourcePlace(int Start, string Name);
