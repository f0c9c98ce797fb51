// SPDX-License-Identifier: Apache-2.0

using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rapporteur.Tests.Fetching;

/// <summary>A server on this machine's loopback that answers as a test tells it to.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<string, Func<IReadOnlyDictionary<string, string>, string>> answers = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stop = new();

    public LoopbackServer()
    {
        listener.Start();
        _ = Task.Run(ServeAsync);
    }

    /// <summary>What was asked for, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>The header fields of the last request.</summary>
    public IReadOnlyDictionary<string, string> LastFields { get; private set; } = new Dictionary<string, string>();

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string At(string path) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}{path}");

    /// <summary>Answers a path with a body.</summary>
    public LoopbackServer With(string path, string body, string type = "text/html; charset=utf-8", string status = "200 OK", string fields = "")
        => With(path, _ => Response(body, type, status, fields));

    /// <summary>Answers a path with a whole response.</summary>
    public LoopbackServer With(string path, Func<IReadOnlyDictionary<string, string>, string> answer)
    {
        answers[path] = answer;
        return this;
    }

    public static string Response(string body, string type = "text/html; charset=utf-8", string status = "200 OK", string fields = "")
        => $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{fields}\r\n{body}";

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using TcpClient client = await listener.AcceptTcpClientAsync(stop.Token);
                await AnswerAsync(client.GetStream());
            }
            catch (Exception problem) when (problem is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // The other side went away, or the test is done.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        if (await reader.ReadLineAsync(stop.Token) is not { } first) return;
        Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync(stop.Token) is { Length: > 0 } line) fields[line[..line.IndexOf(':', StringComparison.Ordinal)]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        string path = first.Split(' ')[1];
        LastFields = fields;
        Asked.Enqueue(path);
        string response = answers.TryGetValue(path, out var answer) ? answer(fields) : Response("", status: "404 Not Found");
        await stream.WriteAsync(Encoding.UTF8.GetBytes(response), stop.Token);
    }
}
