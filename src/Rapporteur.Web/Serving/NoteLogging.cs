// SPDX-License-Identifier: Apache-2.0

using Microsoft.Extensions.Logging;

namespace Rapporteur.Web.Serving;

/// <summary>Hands what goes wrong in the server to whoever started it, in one line.</summary>
internal sealed class NoteLogging(Action<string> note) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) note(exception is null ? formatter(state, null) : $"{formatter(state, null)}: {exception.GetType().Name}: {exception.Message}");
    }

    public void Dispose()
    {
    }
}
