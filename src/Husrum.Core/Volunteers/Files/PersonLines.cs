using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Absence;
using Husrum.Core.Volunteers.Ending;
using Husrum.Core.Volunteers.Functions;

namespace Husrum.Core.Volunteers.Files;

/// <summary>The lines of a volunteer's own timeline, in words.</summary>
internal static class PersonLines
{
    /// <summary>A line.</summary>
    public static Bilingual Words(TimelineLine line, Organisation organisation) => line.What switch
    {
        FunctionDesk.EndedWord => FunctionWords.Name(organisation, line.About ?? "").Into("Ikke længere {0}.", "No longer {0}."),
        AbsenceDesk.AbsentWord => AbsenceRules.Words(line.About).Into("Har sagt: kan ikke komme {0}.", "Has told us: cannot come {0}."),
        AbsenceDesk.AwayWord => AbsenceRules.Words(line.About).Into("Har sagt: væk {0}.", "Has told us: away {0}."),
        AbsenceDesk.NotAwayWord => AbsenceRules.Words(line.About).Into("Har sagt: ikke væk alligevel {0}.", "Has told us: not away after all {0}."),
        VolunteerEnding.StoppedWord => new("Stoppet som frivillig.", "Stopped as a volunteer."),
        _ => new("Ændret.", "Changed."),
    };
}
