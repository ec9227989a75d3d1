using System.Text.RegularExpressions;
using Husrum.Architecture.Tests.Reading;

namespace Husrum.Architecture.Tests;

/// <summary>Deterministic code shows in its file's name and holds to its rules.</summary>
public sealed class OrchestratorTests
{
    private const string Ending = ".orchestrator.cs";

    private static IEnumerable<HouseFile> Programme => House.Files("src", ".cs").Where(file => !file.Path.StartsWith("src/Husrum.Durable/", StringComparison.Ordinal));

    [Fact]
    public void Every_orchestrator_lives_in_a_file_that_says_so() =>
        (from orchestrator in DurableTypes.Orchestrators
         from file in Programme
         where Regex.IsMatch(file.Code, $@"\bclass\s+{orchestrator.Name.Split('`')[0]}\b") && !file.Path.EndsWith(Ending, StringComparison.Ordinal)
         select $"{orchestrator.Name} in {file}")
            .ShouldBeNone("An orchestrator's file ends in .orchestrator.cs:");

    [Fact]
    public void Only_such_files_touch_the_orchestration_context() =>
        Programme.Where(file => !file.Path.EndsWith(Ending, StringComparison.Ordinal) && Regex.IsMatch(file.Code, @"\bTaskOrchestrationContext\b"))
            .Select(file => file.Path)
            .ShouldBeNone("Code that runs inside an orchestrator stands in a file that ends in .orchestrator.cs:");

    [Fact]
    public void An_orchestrator_is_a_class_with_a_name_and_a_version() =>
        DurableTypes.Orchestrators.Where(orchestrator => !orchestrator.IsSealed)
            .Select(orchestrator => $"{orchestrator.FullName} is not sealed")
            .Concat(Programme.Where(file => file.Code.Contains("AddOrchestratorFunc", StringComparison.Ordinal)).Select(file => $"{file} registers an orchestrator without a class"))
            .ShouldBeNone("An orchestrator can be found by its class and cannot be changed from outside:");

    [Fact]
    public void Deterministic_code_uses_nothing_that_a_replay_cannot_repeat() =>
        (from file in House.Files("src", Ending)
         from use in BannedWords.In(file.Code)
         select $"{file}:{use}")
            .ShouldBeNone("Not in an orchestrator:");

    [Theory]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("await Task.Delay(1000);")]
    [InlineData("await task.ConfigureAwait(false);")]
    [InlineData("var id = Guid.NewGuid();")]
    [InlineData("var home = Environment.GetEnvironmentVariable(\"HOME\");")]
    [InlineData("class A(IRegister register) : B;")]
    [InlineData("class A(IConfiguration configuration) : B;")]
    [InlineData("private static int _runs;")]
    [InlineData("private static string? _last = null;")]
    [InlineData("private static readonly Dictionary<string, int> Seen = [];")]
    [InlineData("lock (_gate)")]
    public void The_check_finds_what_is_banned(string line) => BannedWords.In(line).ShouldNotBeEmpty();

    [Theory]
    [InlineData("var now = context.CurrentUtcDateTime;")]
    [InlineData("await context.CreateTimer(due, cancel.Token);")]
    [InlineData("private static readonly TaskName Step = \"Step\";")]
    [InlineData("private const string Event = \"decided\";")]
    [InlineData("public static string EventOf(string id) => \"decision:\" + id;")]
    [InlineData("private static async Task<bool> AskAsync(TaskOrchestrationContext context, string id)")]
    [InlineData("var id = context.NewGuid();")]
    public void The_check_leaves_honest_code_alone(string line) => BannedWords.In(line).ShouldBeEmpty();
}
