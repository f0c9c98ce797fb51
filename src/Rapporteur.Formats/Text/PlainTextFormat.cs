// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Formats.Text;

/// <summary>Plain text, exactly as it is; whatever no other format takes.</summary>
internal sealed class PlainTextFormat : IFormat
{
    /// <inheritdoc/>
    public string Name => "text";

    /// <inheritdoc/>
    public bool Matches(InputHead head) => true;

    /// <inheritdoc/>
    public IEnumerable<InputItem> Read(InputSource source, FormatContext context) => TextParts.Read(source, context);
}
