using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Functions.Rehearsal.Plays;

/// <summary>What an organisation must have for Hjem til Os.</summary>
internal static class HjemTilOsNeeds
{
    public static Bilingual? Missing(Organisation organisation) => organisation.HjemTilOs is { Departments.Count: > 0 } ? null
        : new("organisation.json siger intet om Hjem til Os (hjemTilOs med mindst én afdeling).", "organisation.json says nothing of Hjem til Os (hjemTilOs with at least one department).");
}
