using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Core.HjemTilOs;

/// <summary>What Hjem til Os consists of.</summary>
public static class HjemTilOsServices
{
    /// <summary>Adds the orchestrators to a registry.</summary>
    public static DurableTaskRegistry AddHjemTilOs(this DurableTaskRegistry registry) => registry
        .AddFamilies()
        .AddOrchestrator(FamilyCourse_1.Name, () => new FamilyCourse_1());

    /// <summary>Adds what they need; the cases' primitives are added beside it.</summary>
    public static IServiceCollection AddHjemTilOs(this IServiceCollection services) => services
        .AddFamilies()
        .AddCaseProcess<CourseProcess, FamilyCourse>()
        .AddSingleton<CourseDesk>()
        .AddSingleton<CourseOffice>();
}
