using System.Reflection;
using Husrum.Architecture.Tests.Reading;
using Husrum.Core.Register;
using Husrum.Durable.Client;
using Husrum.Durable.TaskHub;

namespace Husrum.Architecture.Tests;

/// <summary>Nothing changes on GET, HEAD or OPTIONS (OWASP ASVS 5.0, 3.5.3): mail scanners open every link they see.</summary>
public sealed class EndpointTests
{
    private static readonly CallGraph Calls = new(House.Assemblies);

    [Fact]
    public void No_page_that_is_only_looked_at_can_come_to_write()
    {
        var endpoints = Endpoints.Reading(House.Functions);
        endpoints.Count.ShouldBeGreaterThan(2);
        (from endpoint in endpoints
         let way = Calls.PathTo(Writes, endpoint.Handler)
         where way is not null
         select $"GET {endpoint.Pattern} ({endpoint.MappedBy}): {string.Join(" → ", way)}")
            .ShouldBeNone("A GET reads, but here is a way to a write:");
    }

    [Fact]
    public void Verbs_are_named_in_one_place_only() =>
        Endpoints.MappingByVerbs(House.Functions).Where(method => method != "PageRoutes.MapPage")
            .ShouldBeNone("Pages are mapped by MapPage, MapGet, MapForm or MapPost, so that what answers GET can be found:");

    [Fact]
    public void The_check_follows_calls_through_async_code_interfaces_and_lambdas()
    {
        var graph = new CallGraph([.. House.Assemblies, typeof(EndpointTests).Assembly]);
        graph.PathTo(Writes, Method(nameof(Sample.WritesInTheEnd))).ShouldNotBeNull();
        graph.PathTo(Writes, Method(nameof(Sample.Reads))).ShouldBeNull();
    }

    private static MethodInfo Method(string name) => typeof(Sample).GetMethod(name)!;

    private static bool Writes(MethodBase method) => method is MethodInfo { DeclaringType: { } type }
        && ((type == typeof(IRegister) && method.Name == nameof(IRegister.CommitAsync))
            || (type == typeof(SqliteTaskHub) && method.Name == nameof(SqliteTaskHub.WriteAsync))
            || (type == typeof(DurableTaskClient) && method.Name is not (nameof(DurableTaskClient.GetInstanceAsync) or nameof(DurableTaskClient.GetAllInstancesAsync) or nameof(DurableTaskClient.WaitForInstanceCompletionAsync))));

    private interface IStep
    {
        Task GoAsync(IRegister register);
    }

    private sealed class Sample(IRegister register, IStep step) : IStep
    {
        public async Task WritesInTheEnd()
        {
            await Task.Yield();
            await Each(async () => await step.GoAsync(register));
        }

        public async Task Reads() => await Each(async () => await register.GetAsync<Sample>("p", "r"));

        public async Task GoAsync(IRegister other) => await other.CommitAsync(new RegisterBatch("p"));

        private static async Task Each(Func<Task> act) => await act();
    }
}
