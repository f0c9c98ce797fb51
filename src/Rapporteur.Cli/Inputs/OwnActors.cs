// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Rapporteur.Coreference;
using Rapporteur.Events;
using Rapporteur.Lexicons;
using Rapporteur.Relations;

namespace Rapporteur.Cli.Inputs;

/// <summary><c>--actors</c>: a user's own list of actors, which wins over the lists that ship.</summary>
internal sealed class OwnActors
{
    private readonly Option<string?> list = new("--actors") { Description = "CSV of your own actors (columns name, code, kind, from, to); it wins over the lists that ship", HelpName = "file" };

    public OwnActors(Command command) => command.Add(list);

    /// <summary>A reader that knows the list, and what tells its entries from those of other lists.</summary>
    /// <exception cref="UsageException">The list can't be read.</exception>
    public (RapporteurReader Reader, string Version) Open(ParseResult parsed)
    {
        if (parsed.GetValue(list) is not { } path) return (new RapporteurReader(), ReaderVersion.Fingerprint);
        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            using var text = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
            ActorLexicon lexicon = ActorLexicon.Default.With(UserActorList.Read(path, text));
            Pipeline pipeline = DefaultPipeline.Create().Replace<CoreferenceStage>(new CoreferenceStage(lexicon))
                .Replace<EventStage>(new EventStage(lexicon)).Replace<RelationStage>(new RelationStage(lexicon)).Build();
            var reader = new RapporteurReader(pipeline);
            return (reader, $"{ReaderVersion.Fingerprint};actors-{Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The list of actors {path} can't be read: {problem.Message}");
        }
        catch (FormatException problem)
        {
            throw new UsageException(problem.Message);
        }
    }
}
