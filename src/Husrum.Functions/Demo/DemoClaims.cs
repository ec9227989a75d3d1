using Husrum.Core.Refunds.Intake;

namespace Husrum.Functions.Demo;

/// <summary>The claims of the rehearsal, one for each state a claim can wait or end in.</summary>
internal static class DemoClaims
{
    private static readonly ClaimFormLine[] Groceries = [new("Kaffe", "89,90"), new("Mælk", "38,85"), new("Boller og smør", "75,50"), new("Frugt", "64,00")];

    private static readonly ClaimFormLine[] Paint = [new("Maling og pensler", "358,00"), new("Lærreder", "392,00")];

    public static readonly DemoClaim Lapsed = new("udloebet", 36, "horsens", "Rasmus Egelund", "Brætspilsaften", "10203040", null, new ClaimFormLine("To brætspil", "398"));

    public static readonly DemoClaim Paid = new("betalt", 20, "aarhus", "Sofie Damsbo", "Fællesspisning", "20304050", DemoReceipts.Groceries, Groceries);

    public static readonly DemoClaim Rejected = new("afvist", 12, "viborg", "Peter Dalbæk", "Tur i biografen", "30405060", DemoReceipts.Invoice("Biografbilletter, 6 stk.", "570,00"), new ClaimFormLine("Biografbilletter", "570"));

    public static readonly DemoClaim Withdrawn = new("trukket", 9, "randers", "Anna Kirkeholt", "Syng sammen", "40506070", DemoReceipts.Invoice("Sangbøger, 10 stk.", "890,00"), new ClaimFormLine("Sangbøger", "890"));

    public static readonly DemoClaim OnList = new("paa-liste", 8, "silkeborg", "Mikkel Strandby", "Maleværksted", "50607080", DemoReceipts.Hobby, Paint);

    public static readonly DemoClaim Late = new("venter-laenge", 6, "horsens", "Ida Nørlund", "Samtalegruppe, sidste gang", "60708090", DemoReceipts.Invoice("Smørrebrød, 8 personer", "640,00"), new ClaimFormLine("Smørrebrød", "640"));

    public static readonly DemoClaim Second = new("anden-godkendelse", 5, "skanderborg", "Yusuf Bangsbo", "Udflugt til stranden", "70809010", DemoReceipts.Invoice("Bus, 22 personer, tur/retur", "2.450,00"), new ClaimFormLine("Bus til stranden", "2450"));

    public static readonly DemoClaim Approved = new("godkendt", 4, "esbjerg", "Freja Holstad", "Kagebagning", "80901020", DemoReceipts.Invoice("Ingredienser og forme", "312,40"), new ClaimFormLine("Ingredienser", "212,40"), new ClaimFormLine("Bageforme", "100"));

    public static readonly DemoClaim Returned = new("retur", 3, "aarhus", "Laura Enevang", "Gåtur med grill", "90102030", DemoReceipts.Invoice("Pølser og brød", "245,50"), new ClaimFormLine("Pølser og brød", "245,50"));

    /// <summary>With a receipt that was paid before: the approver is told.</summary>
    public static readonly DemoClaim Waiting = new("venter", 1, "aarhus", "Emil Thorsø", "Fællesspisning", "11223344", DemoReceipts.Groceries, Groceries);
}
