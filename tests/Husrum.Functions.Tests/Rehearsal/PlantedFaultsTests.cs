using System.Globalization;
using Husrum.Core.Messages;
using Husrum.Core.Reconciliation;
using Husrum.Core.Register;
using Husrum.Durable.Client;
using Husrum.Functions.Embedded;
using Husrum.Functions.Messages;
using Husrum.Functions.Rehearsal.Simulation;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Functions.Tests.Rehearsal;

/// <summary>The two planted faults that only kills and a bad post bring out; the other five stand with the reckoning (Husrum.Core.Tests).</summary>
public sealed class PlantedFaultsTests
{
    private static readonly SimulationOptions Small = new(3) { Days = 90, Families = 2, Volunteers = 6, Claims = 30, Faults = true, CommitsBetweenKills = 20 };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_planted_nothing_found()
    {
        var summary = await Simulation.RunAsync(Small, Ct);
        summary.Balances.ShouldBeTrue(summary.AsJson());
        summary.Kills.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task A_key_with_the_attempt_in_it_is_found_at_the_post()
    {
        var summary = await Simulation.RunAsync(Small with { Services = services => services.AddSingleton<IMessageProvider>(new KeyedByAttempt(services)) }, Ct);
        summary.ReachedTwice.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_event_raised_outside_the_transaction_is_found_as_a_case_that_stands_still()
    {
        var summary = await Simulation.RunAsync(Small with { Services = services => services.AddSingleton<IRegister>(s => new RaisedAfterwards(s.GetRequiredService<SqliteRegister>(), s.GetRequiredService<DurableTaskClient>())) }, Ct);
        summary.Imbalances.ShouldContain(i => i.Kind == ImbalanceKind.Stuck || i.Kind == ImbalanceKind.Lost);
    }

    // names each try anew, so that the post cannot know a repeat
    private sealed class KeyedByAttempt : IMessageProvider
    {
        private readonly Lazy<IMessageProvider> _inner;
        private int _tries;

        public KeyedByAttempt(IServiceCollection services)
        {
            var provider = services.Last(s => s.ServiceType == typeof(IMessageProvider)).ImplementationFactory!;
            var time = (TimeProvider)services.Last(s => s.ServiceType == typeof(TimeProvider)).ImplementationInstance!;
            _inner = new(() => (IMessageProvider)provider(new ServiceCollection().AddSingleton(time).BuildServiceProvider()));
        }

        public ProviderPromise Promise(NoticeChannel channel) => _inner.Value.Promise(channel);

        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation) =>
            _inner.Value.SendAsync(message with { Id = NoticeId.Of($"{message.Key}-attempt-{(++_tries).ToString(CultureInfo.InvariantCulture)}", 0) }, cancellation);
    }

    // the record, and then the event: what lies between them is lost where the program dies there
    private sealed class RaisedAfterwards(IRegister inner, DurableTaskClient client) : IRegister
    {
        public Task<Stored<T>?> GetAsync<T>(string partition, string row, CancellationToken cancellation = default)
            where T : class => inner.GetAsync<T>(partition, row, cancellation);

        public IAsyncEnumerable<Stored<T>> QueryAsync<T>(string partition, string rowPrefix = "", string? through = null, CancellationToken cancellation = default)
            where T : class => inner.QueryAsync<T>(partition, rowPrefix, through, cancellation);

        public async Task<CommitOutcome> CommitAsync(RegisterBatch batch, CancellationToken cancellation = default)
        {
            var outcome = await inner.CommitAsync(Without(batch), cancellation);
            foreach (var command in outcome == CommitOutcome.Done ? batch.Commands : [])
            {
                if (command.Orchestrator is { } name)
                    await client.ScheduleNewOrchestrationInstanceAsync(name, command.Payload, new StartOrchestrationOptions(command.InstanceId), cancellation);
                else
                    await client.RaiseEventAsync(command.InstanceId, command.EventName!, command.Payload, cancellation);
            }

            return outcome;
        }

        private static RegisterBatch Without(RegisterBatch batch)
        {
            var bare = new RegisterBatch(batch.Partition);
            foreach (var change in batch.Changes)
            {
                _ = change switch
                {
                    { Record: null } => bare.Delete(change.Row, change.ETag),
                    { Condition: RowCondition.MustNotExist } => bare.Insert(change.Row, change.Record),
                    { Condition: RowCondition.MustMatch } => bare.Replace(change.Row, change.Record, change.ETag!),
                    _ => bare.Put(change.Row, change.Record),
                };
            }

            foreach (var index in batch.Indexes)
                _ = index.Record is null ? bare.Unindex(index.Partition, index.Row) : bare.Index(index.Partition, index.Row, index.Record);
            return bare;
        }
    }
}
