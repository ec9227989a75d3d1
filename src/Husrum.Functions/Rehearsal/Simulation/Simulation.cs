using Husrum.Core.Calendar;
using Husrum.Core.Organisations;
using Husrum.Core.Reconciliation;
using Husrum.Durable.TaskHub;
using Husrum.Functions.Demo;
using Husrum.Functions.Messages;
using Husrum.Functions.Rehearsal.People;
using Husrum.Functions.Rehearsal.Simulation.Population;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.Simulation;

/// <summary>A whole organisation over years, on a <see cref="Stage"/>: with faults, the program is killed and opened again on its file, and the people go on. At the end everything is reckoned up.</summary>
internal sealed class Simulation
{
    private readonly SimulationOptions _options;
    private readonly Organisation _organisation = DemoOrganisation.Make();
    private readonly Chance _chance;
    private readonly Crowd _crowd;
    private readonly SimulatedPost _post;
    private readonly KillPlan _kills;
    private readonly StageWorld _world;
    private long _events;

    private Simulation(SimulationOptions options)
    {
        _options = options;
        _chance = new Chance(options.Seed);
        _crowd = new Crowd(_chance);
        _post = new SimulatedPost(_chance, _crowd, options.Faults);
        _kills = new KillPlan(_chance, options.CommitsBetweenKills);
        _world = new StageWorld(options.Seed);
    }

    private DateTimeOffset Begins => WallTime.ToUtc(_options.Begins, new TimeOnly(8, 0));

    private DateTimeOffset Ends => Begins.AddDays(_options.Days);

    /// <summary>Plays it.</summary>
    public static async Task<SimulationSummary> RunAsync(SimulationOptions options, CancellationToken cancellation = default)
    {
        var temporary = options.Folder is null ? Directory.CreateTempSubdirectory("husrum-simulation-").FullName : null;
        try
        {
            return await new Simulation(options with { Folder = options.Folder ?? temporary }).PlayAsync(cancellation);
        }
        finally
        {
            if (temporary is not null)
                Directory.Delete(temporary, recursive: true);
        }
    }

    private async Task<SimulationSummary> PlayAsync(CancellationToken cancellation)
    {
        ClaimLife.Plan(_crowd, _chance, _options, [.. _organisation.Departments.Select(d => d.Id)], Begins);
        VolunteerLife.Plan(_crowd, _chance, _options, _organisation, Begins);
        FamilyLife.Plan(_crowd, _chance, _options, _organisation, Begins);
        GatheringLife.Plan(_crowd, _chance, _options, _organisation, Begins);
        for (var lives = 0; ; lives++)
        {
            try
            {
                await using var stage = await Stage.OpenAsync(StageOptions(), cancellation);
                await StageStaff.AddAsync(stage, _organisation, cancellation);
                for (var until = stage.Now; until < Ends;)
                {
                    until = until.AddDays(7) < Ends ? until.AddDays(7) : Ends;
                    await stage.GoToAsync(until, [_crowd], cancellation);
                    _options.Progress((stage.Now - Begins) / (Ends - Begins));
                }

                var report = await stage.Get<Reconciler>().RunAsync(cancellation);
                return await SimulationSummary.OfAsync(stage, report, _options, _crowd, _post, _kills.Kills, _events, cancellation);
            }
            catch (TaskHubException) when (_kills.Kills > lives)
            {
                // killed; it is opened again where it was
            }
        }
    }

    private StageOptions StageOptions() => new(_world, _organisation, Begins)
    {
        Folder = _options.Folder,
        Nights = _options.Nights,
        Hub = options => (_options.Faults ? _kills.Next(options) : options) with { Recorder = episode => Interlocked.Add(ref _events, episode.Events.Count) },
        Services = services =>
        {
            services.AddSingleton<IMessageProvider>(s => _post.At(s.GetRequiredService<TimeProvider>()));
            _options.Services(services);
        },
    };
}
