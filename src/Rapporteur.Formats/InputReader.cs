// SPDX-License-Identifier: Apache-2.0

using System.Text;
using Rapporteur.Documents;
using Rapporteur.Formats.Compression;
using Rapporteur.Formats.Decoding;
using Rapporteur.Formats.Text;

namespace Rapporteur.Formats;

/// <summary>Reads an input of any known format: a text is one item, a feed or a table an item for each entry.</summary>
/// <remarks>Holds no state between inputs; safe to share between threads.</remarks>
/// <param name="limits">How much to read; null for the defaults.</param>
/// <param name="options">What is known of the inputs' format; null to tell it from their content.</param>
public sealed class InputReader(InputLimits? limits = null, FormatOptions? options = null)
{
    // Mail and XML may declare any of the encodings that .NET knows only when asked to.
    static InputReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private readonly InputLimits limits = limits ?? InputLimits.Default;
    private readonly FormatOptions options = options ?? new();

    /// <summary>Whether a fault of a format's own code is thrown; for fuzzing.</summary>
    internal bool ThrowsOwnFaults { get; init; }

    /// <summary>Name of the format that an input which starts so is read as: "html", "feed", …</summary>
    /// <param name="name">Its name.</param>
    /// <param name="start">Its first bytes.</param>
    public string FormatOf(string name, ReadOnlySpan<byte> start)
    {
        ArgumentNullException.ThrowIfNull(name);
        IFormat format = KnownFormats.Of(new InputHead(start[..Math.Min(start.Length, InputHead.Size)].ToArray(), name));
        return format.IsContainer ? format.Name : options.Format ?? format.Name;
    }

    /// <summary>Reads an input lazily. Whatever is odd about it is an <see cref="InputFailure"/>, not an exception.</summary>
    /// <param name="name">Its name: a path, an address, <c>-</c>.</param>
    /// <param name="content">Its bytes, read from where the stream stands; the caller disposes of it.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public IEnumerable<InputItem> Read(string name, Stream content, CancellationToken cancellation = default) => ReadWithCharset(name, content, null, cancellation);

    /// <summary>Reads an input lazily that came with a charset, as by HTTP. Whatever is odd about it is an <see cref="InputFailure"/>, not an exception.</summary>
    /// <param name="name">Its name: a path, an address, <c>-</c>.</param>
    /// <param name="content">Its bytes, read from where the stream stands; the caller disposes of it.</param>
    /// <param name="charset">The charset; null if none was told.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public IEnumerable<InputItem> ReadWithCharset(string name, Stream content, string? charset, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        var source = new InputSource(content) { Charset = charset };
        return Read(name, source, 0, options.Format, new ExpansionBudget(limits, source), cancellation);
    }

    private IEnumerable<InputItem> Read(string name, InputSource source, int depth, string? wanted, ExpansionBudget budget, CancellationToken cancellation)
    {
        byte[] bytes = source.Peek(InputHead.Size);
        if (source.Fault is null || bytes.Length > 0)
        {
            var head = new InputHead(bytes, name);
            IFormat? format = KnownFormats.Of(head);
            bool isContainer = format.IsContainer;
            if (wanted is not null && !isContainer) format = KnownFormats.Named(wanted);
            var context = new FormatContext(name, limits, options, depth, (inner, stream) => Read(inner, stream, depth + 1, isContainer ? wanted : null, budget, cancellation), cancellation) { Budget = budget };
            if (format is null) yield return new InputFailure(name, null, $"there is no format '{OneLine.Of(wanted ?? "")}'");
            else foreach (InputItem item in Guarded(format, source, context)) yield return item;
        }

        if (source.Fault is { Reason.Length: > 0 } fault) yield return new InputFailure(name, fault.Place, fault.Reason);
    }

    /// <summary>The text, with a note if its characters were garbled before it came here.</summary>
    private static InputText Noted(InputText text) => Mojibake.NoteOn(text.Text) is { } note ? text with { Note = Notes.Join(text.Note, note) } : text;

    private IEnumerable<InputItem> Guarded(IFormat format, InputSource source, FormatContext context)
    {
        bool isEmpty = true;
        using IEnumerator<InputItem> items = format.Read(source, context).GetEnumerator();
        while (true)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            InputItem? item = null;
            bool ended = false;
            try
            {
                if (items.MoveNext()) item = items.Current;
            }
            catch (Exception fault) when (!ThrowsOwnFaults && fault is not OperationCanceledException)
            {
                item = context.Failure(null, $"reading it as {format.Name} failed: {OneLine.Of(fault.Message)}");
                ended = true;
            }

            if (item is null) break;
            isEmpty = false;
            if (item is not InputText read) yield return item;
            else foreach (InputText part in LongText.Cut(Noted(read), limits.MaxReportChars)) yield return part;
            if (ended) break;
        }

        bool isPart = format.IsContainer && context.Options.Records is not null;        // which may hold nothing
        if (isEmpty && source.Fault is null && !isPart) yield return context.Failure(null, "the input holds nothing to read");
    }
}
