// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Fetching;
using Rapporteur.Formats;
using Rapporteur.Web.Serving;

namespace Rapporteur.Web.Reading;

/// <summary>Fetches the addresses that a person pastes in a story's place.</summary>
/// <remarks>One form after another: a host is asked once a second, whoever asks.</remarks>
internal sealed class StoryAddresses(ServeOptions options) : IDisposable
{
    private const int Most = 20;

    private readonly SemaphoreSlim turn = new(1);
    private readonly Fetcher fetcher = new(new FetchOptions { AllowPrivate = options.AllowsPrivate }, options.Clock);

    /// <summary>The addresses, where each line of a text is one; none where the text is a story.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        string[] lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.All(static line => Fetcher.IsAddress(line) && !line.Any(char.IsWhiteSpace)) ? lines : [];
    }

    /// <summary>What stands at the addresses; a feed's entries as the feed has them.</summary>
    /// <exception cref="OperationCanceledException">The person went away.</exception>
    public async Task<IReadOnlyList<InputItem>> FetchAsync(IReadOnlyList<string> addresses, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var reader = new AddressReader(new InputReader(), fetcher, follows: false, known: null, cancellation);
            InputItem[] items =
            [
                .. addresses.Take(Most).SelectMany(reader.Read),
                .. addresses.Skip(Most).Select(static address => new InputFailure(address, null, $"no more than {Most} addresses are fetched at once; paste it again")),
            ];
            cancellation.ThrowIfCancellationRequested();
            return items;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        fetcher.Dispose();
        turn.Dispose();
    }
}
