using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Language;
using Husrum.Core.Tests.HjemTilOs;
using Husrum.Core.Tests.Refunds;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Core.Tests.Reconciliation;

/// <summary>The year's process with its moments changed: a fault planted from outside, and nothing of it in the program.</summary>
internal sealed class PlantedCourse(CourseProcess inner, Func<FamilyCourse, IEnumerable<CaseMoment<FamilyCourse>>, IEnumerable<CaseMoment<FamilyCourse>>> plant) : CaseProcess<FamilyCourse>
{
    public override string Name => inner.Name;

    public override string IdPrefix => inner.IdPrefix;

    public override string PartitionPrefix => inner.PartitionPrefix;

    public override string Orchestrator => inner.Orchestrator;

    public override string StatusPage => inner.StatusPage;

    public override IReadOnlyList<CaseStep<FamilyCourse>> Steps => inner.Steps;

    public override IEnumerable<string> Kinds => inner.Kinds;

    public override Bilingual Kind => inner.Kind;

    /// <summary>A world with this process in it.</summary>
    public static async Task<CourseWorld> WorldAsync(string wallTime, DayOfWeek day, Func<FamilyCourse, IEnumerable<CaseMoment<FamilyCourse>>, IEnumerable<CaseMoment<FamilyCourse>>> plant)
    {
        var fault = new TestProcess(services => services.AddSingleton(s => new CaseBook<FamilyCourse>(new PlantedCourse(s.GetRequiredService<CourseProcess>(), plant), s.GetRequiredService<CaseServices>())), _ => { });
        return await CourseWorld.InAsync(await RefundWorld.StartAsync(wallTime, besides: fault), day);
    }

    public override IReadOnlyList<CaseStep<FamilyCourse>> StepsOf(FamilyCourse @case) => inner.StepsOf(@case);

    public override IEnumerable<CaseMoment<FamilyCourse>> MomentsOf(FamilyCourse @case) => plant(@case, inner.MomentsOf(@case));

    public override Bilingual StandsAt(FamilyCourse @case) => inner.StandsAt(@case);

    public override Bilingual Word(string what) => inner.Word(what);

    public override DateOnly? RetainUntil(FamilyCourse @case, DateOnly today) => inner.RetainUntil(@case, today);

    public override IEnumerable<CaseMessage> Tell(FamilyCourse old, FamilyCourse next) => inner.Tell(old, next);
}
