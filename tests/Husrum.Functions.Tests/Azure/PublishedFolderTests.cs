using System.Text.Json;
using Husrum.Durable;
using Husrum.Functions.Azure;
using Husrum.Functions.Tests.Embedded;
using Husrum.StandIn;

namespace Husrum.Functions.Tests.Azure;

public sealed class PublishedFolderTests
{
    [Fact]
    public void Everything_that_is_registered_is_a_function_and_nothing_else_is()
    {
        using var folder = new TempFolder();
        var target = folder.At("app");
        PublishFunctions.Run(target);
        var functions = StandInFunctions.OfFolder(target); // reads with the host's strictness
        var registry = PublishFunctions.Registry();
        Names("orchestrationTrigger").ShouldBe(registry.OrchestratorNames.Select(FunctionNames.Of).Order(StringComparer.Ordinal));
        Names("activityTrigger").ShouldBe(registry.ActivityNames.Select(FunctionNames.Of).Order(StringComparer.Ordinal));
        functions.Only("timerTrigger").Name.ShouldBe("Housekeeping");
        var http = functions.Only("httpTrigger");
        http.Methods.Order().ShouldBe(["GET", "HEAD", "OPTIONS", "POST"]);
        functions.All.Count.ShouldBe(registry.OrchestratorNames.Count() + registry.ActivityNames.Count() + 2);
        functions.All.Where(function => function.Trigger is "activityTrigger" or "timerTrigger").ShouldAllBe(function => function.Client != null);
        functions.All.Where(function => function.Trigger == "orchestrationTrigger").ShouldAllBe(function => function.Client == null);

        List<string> Names(string trigger) => [.. functions.All.Where(function => function.Trigger == trigger).Select(function => function.Name).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void A_program_that_brings_its_own_NET_is_started_as_what_it_is()
    {
        using var host = JsonDocument.Parse(FunctionFiles.Make(PublishFunctions.Registry(), isSelfContained: true)["host.json"]);
        var handler = host.RootElement.GetProperty("customHandler");
        handler.GetProperty("enableForwardingHttpRequest").GetBoolean().ShouldBeTrue();
        handler.GetProperty("description").EnumerateObject().Select(property => $"{property.Name}={property.Value}").ShouldBe(["defaultExecutablePath=Husrum.Functions"]);
    }

    [Fact]
    public void The_host_finds_the_program_it_is_told_to_start_and_forwards_every_path()
    {
        using var folder = new TempFolder();
        var target = folder.At("app");
        PublishFunctions.Run(target).ShouldContain("publish");
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(target, "host.json")));
        var handler = host.RootElement.GetProperty("customHandler");
        handler.GetProperty("enableForwardingHttpRequest").GetBoolean().ShouldBeTrue();
        handler.GetProperty("description").GetProperty("defaultExecutablePath").GetString().ShouldBe("dotnet");
        File.Exists(Path.Combine(target, handler.GetProperty("description").GetProperty("arguments")[0].GetString()!)).ShouldBeTrue();
        host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString().ShouldBe("");
        using var http = JsonDocument.Parse(File.ReadAllText(Path.Combine(target, "Http", "function.json")));
        http.RootElement.GetProperty("bindings")[0].GetProperty("route").GetString().ShouldBe("{*path}");
        Directory.GetFiles(target, "*.db", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void Written_again_it_holds_what_is_registered_now_and_nothing_older_and_a_folder_of_somebody_elses_is_left_alone()
    {
        using var folder = new TempFolder();
        var target = folder.At("app");
        PublishFunctions.Run(target);
        Directory.CreateDirectory(Path.Combine(target, "RefundClaim_0"));
        File.WriteAllText(Path.Combine(target, "RefundClaim_0", "function.json"), "{}");
        PublishFunctions.Run(target);
        Directory.Exists(Path.Combine(target, "RefundClaim_0")).ShouldBeFalse();

        var foreign = folder.At("letters");
        Directory.CreateDirectory(foreign);
        File.WriteAllText(Path.Combine(foreign, "letter.txt"), "mine");
        Should.Throw<Husrum.Functions.Embedded.StartOptionsException>(() => PublishFunctions.Run(foreign));
        Should.Throw<Husrum.Functions.Embedded.StartOptionsException>(() => PublishFunctions.Run(Path.Combine(AppContext.BaseDirectory, "app")));
        File.ReadAllText(Path.Combine(foreign, "letter.txt")).ShouldBe("mine");
    }

    [Theory]
    [InlineData("Å_1")]
    [InlineData("Http")]
    [InlineData("With.Dot_1")]
    public void An_orchestrator_whose_name_no_function_can_have_is_refused(string name) =>
        Should.Throw<ArgumentException>(() => FunctionFiles.Make(new DurableTaskRegistry().AddOrchestratorFunc<int, int>(name, (_, i) => Task.FromResult(i))));

    [Fact]
    public void Two_activities_that_would_be_one_function_are_refused() =>
        Should.Throw<ArgumentException>(() => FunctionFiles.Make(new DurableTaskRegistry()
            .AddActivityFunc<int, int>("Refund.Close", (_, i) => Task.FromResult(i))
            .AddActivityFunc<int, int>("Refund_Close", (_, i) => Task.FromResult(i))));
}
