using Husrum.Core.Language;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Core.Cases;

/// <summary>Word to those who can get a stuck case going: where and since when, never whose (an operator sees no cases).</summary>
internal static class CaseStuck
{
    private static readonly TemplateField Name = new("name", Sensitivity.Confidential, "Anne-Margrethe Kjærgaard-Østergård");
    private static readonly TemplateField Department = new("department", Sensitivity.Plain, "Skanderborg");
    private static readonly TemplateField Waits = new("waits", Sensitivity.Plain, "en dato for den indledende samtale med ansøgeren");
    private static readonly TemplateField Case = new("case", Sensitivity.Plain, "v-00000000000000000000000000");

    /// <summary>The message.</summary>
    public static TemplateSpec Spec { get; } = new("case-stuck", NoticeChannel.Email, [Name, Department, Waits, Case], []);

    /// <summary>Adds a message to each operator and leader; nobody gets two.</summary>
    public static async Task TellAsync(RegisterBatch batch, CaseServices services, CaseRecord @case, string step, DateOnly date, Bilingual waitsFor, DateTimeOffset now, bool atOnce, DateTimeOffset? usefulUntil, CancellationToken cancellation)
    {
        var told = new List<string>();
        await foreach (var (personId, member) in services.Staff.AllAsync(cancellation))
        {
            if (member.Roles.Contains(StaffRole.Operator) || member.Roles.Contains(StaffRole.Leader))
                told.Add(personId);
        }

        foreach (var person in await services.ReachAsync(told, cancellation))
        {
            var language = person.Person.Language;
            Dictionary<string, string> fields = new()
            {
                ["department"] = services.Organisation.Department(@case.DepartmentId)?.Name ?? @case.DepartmentId,
                ["waits"] = waitsFor.In(language),
                ["case"] = @case.Id,
            };
            services.Notices.Add(batch, CaseNotices.To(@case, person, Spec.Name, step + "-stuck", date, now, fields, atOnce) with { UsefulUntil = usefulUntil });
        }
    }
}
