using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Register;

namespace Husrum.Core.Gatherings;

/// <summary>The adults of the friend families whose year runs on the day: every second month they meet online with a child psychologist, all together (seed 004_bab00eb426d4101c). A family whose visits rest is still asked.</summary>
internal sealed class RunningFriendFamilies(IRegister register, CaseBook<FamilyCourse> courses, Organisation organisation) : IGatheringAudience
{
    /// <inheritdoc />
    public string Name => "friend-families";

    /// <inheritdoc />
    public Bilingual Words => new("venskabsfamilier i gang", "friend families under way");

    /// <inheritdoc />
    public bool IsOffered => organisation.HjemTilOs is not null;

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> PeopleAsync(Gathering gathering, CancellationToken cancellation)
    {
        var day = WallTime.LocalDate(gathering.Starts);
        var people = new List<string>();
        await foreach (var place in register.QueryAsync<CasePlace>(CaseIndexes.Open, cancellation: cancellation))
        {
            if (place.Value.Process != courses.Name || await courses.GetAsync(place.Value.CaseId, cancellation) is not { Value: { IsOver: false } course })
                continue;
            if ((gathering.DepartmentId == Gathering.AllDepartments || gathering.DepartmentId == course.DepartmentId) && course.StartedOn <= day && day < course.LastDay)
                people.AddRange(course.Side(Sides.Family).Select(p => p.PersonId));
        }

        return [.. people.Distinct(StringComparer.Ordinal)];
    }
}
