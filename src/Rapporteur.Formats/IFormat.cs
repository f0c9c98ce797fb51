// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Formats.Compression;

namespace Rapporteur.Formats;

/// <summary>A kind of input. A further kind is one implementation and one line in <see cref="KnownFormats"/>.</summary>
internal interface IFormat
{
    /// <summary>Its name, as <see cref="FormatOptions.Format"/> gives it.</summary>
    string Name { get; }

    /// <summary>Whether it only holds other inputs: it is opened whatever format they are to be read as.</summary>
    bool IsContainer => false;

    /// <summary>Whether an input that starts so is of this kind; the content decides, the file name only between equals.</summary>
    bool Matches(InputHead head);

    /// <summary>Reads it, lazily. What can't be read is a failure; faults of the stream are reported by the caller.</summary>
    IEnumerable<InputItem> Read(InputSource source, FormatContext context);
}

/// <summary>What a format is given beside the bytes.</summary>
/// <param name="Name">Name of the input.</param>
/// <param name="Limits">How much to read.</param>
/// <param name="Options">What the caller knows.</param>
/// <param name="Depth">How many inputs this one is inside of.</param>
/// <param name="Nested">Reads an input that this one holds, one level deeper.</param>
/// <param name="Cancellation">Stops reading.</param>
internal sealed record FormatContext(
    string Name, InputLimits Limits, FormatOptions Options, int Depth,
    Func<string, InputSource, IEnumerable<InputItem>> Nested, CancellationToken Cancellation)
{
    /// <summary>What compressed inputs may still expand to.</summary>
    public ExpansionBudget Budget { get; init; } = new(Limits, new InputSource(Stream.Null));

    /// <summary>Why a format that holds other inputs is not opened here, or null.</summary>
    public InputFailure? TooDeep => Depth >= Limits.MaxDepth ? Failure(null, $"archives and compressed inputs stand more than {Limits.MaxDepth} deep in one another") : null;

    /// <summary>A failure of this input.</summary>
    public InputFailure Failure(string? place, string reason) => new(Name, place, reason);

    /// <summary>A failure of this input.</summary>
    public InputFailure Failure(InputFault fault) => new(Name, fault.Place, fault.Reason);
}
