using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Functions.Rehearsal.Plays;

/// <summary>What an organisation must have for Hjem til Os.</summary>
internal static class HjemTilOsNeeds
{
    public static Bilingual? Missing(Organisation organisation) => organisation.HjemTilOs is { Departments.Count: > 0 } ? null
        : new("organisation.json siger intet om Hjem til Os. Den, der passer programmet, kan skrive hjemTilOs med mindst én afdeling i den.", "organisation.json says nothing of Hjem til Os. Whoever looks after the program can put hjemTilOs with at least one department into it.");
}
