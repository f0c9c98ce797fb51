// SPDX-License-Identifier: Apache-2.0

using System.Reflection;
using Rapporteur.Formats;
using Rapporteur.Ingest;
using Rapporteur.Store;

namespace Rapporteur.Tests.Architecture;

/// <summary>A folder is a namespace; one that holds a stage stands alone.</summary>
public sealed class StageFolderTests
{
    private const string Library = "Rapporteur";

    /// <summary>What any stage folder may use beside itself. The root composes the stages and may use them all.</summary>
    private static readonly string[] Shared = ["", "Documents", "Lexicons", "Models"];

    /// <summary>What is no part of a stage although it stands in its folder, and may use more.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["Rapporteur.Ingest.ReportSlicer"] = "Records",        // runs before the stages; places in the input count code points
    };

    private static readonly Type[] Types = [.. typeof(Pipeline).Assembly.GetTypes().Where(t => FolderOf(t) is not null)];

    private static readonly string[] StageFolders =
        [.. Types.Where(t => t.IsClass && typeof(IStage).IsAssignableFrom(t)).Select(t => FolderOf(t)!).Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void Stage_folders_use_only_themselves_and_what_all_share()
        => Assert.Empty(Types.Where(t => StageFolders.Contains(FolderOf(t))).SelectMany(t => Strangers(t, [FolderOf(t)!, .. Shared])));

    [Fact]
    public void What_all_share_uses_no_stage()
        => Assert.Empty(Types.Where(t => FolderOf(t) is { Length: > 0 } folder && Shared.Contains(folder)).SelectMany(t => Strangers(t, Shared)));

    [Fact]
    public void The_folders_of_the_default_pipeline_are_told_to_be_stages()
        => Assert.Equal(DefaultPipeline.Create().Build().Stages.Select(s => FolderOf(s.GetType())!).Distinct().Order(StringComparer.Ordinal), StageFolders);

    [Fact]
    public void A_use_is_seen_wherever_it_stands()
    {
        IReadOnlySet<Type> used = UsedTypes.Of(typeof(DefaultPipeline));
        Assert.Contains(typeof(PipelineBuilder), used);                 // in a signature
        Assert.Contains(typeof(PassageStage), used);             // only in a body
        Assert.DoesNotContain(typeof(Rapporteur.Documents.Document), used);
    }

    [Fact]
    public void No_type_is_named_for_being_of_use()
    {
        Assembly[] shipped = [typeof(Pipeline).Assembly, typeof(InputReader).Assembly, typeof(RecordFile).Assembly, typeof(Rapporteur.Web.Serving.WebServer).Assembly, typeof(Rapporteur.Cli.CommandLine).Assembly];
        string[] drawers = ["Utils", "Util", "Helper", "Helpers", "Manager"];
        Assert.DoesNotContain(shipped.SelectMany(a => a.GetTypes()), t => FolderOf(t) is not null && drawers.Any(d => t.Name.EndsWith(d, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Strangers(Type type, string[] allowed)
        => from used in UsedTypes.Of(type)
           where FolderOf(used) is { } folder && used.Assembly == type.Assembly && !allowed.Contains(folder) && Exceptions.GetValueOrDefault(Outermost(type).FullName!) != folder
           select $"{type.FullName} uses {used.FullName}";

    /// <summary>The folder of a type of the program's own, empty for the root; null for another's, and for what the compiler makes beside the namespaces.</summary>
    private static string? FolderOf(Type type) => type.Namespace switch
    {
        Library => "",
        { } own when own.StartsWith(Library + ".", StringComparison.Ordinal) => own[(Library.Length + 1)..].Split('.')[0],
        _ => null,
    };

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
