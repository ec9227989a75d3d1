namespace Husrum.Functions.Embedded;

/// <summary>Where the data are, in words for whoever starts the program.</summary>
internal sealed record StorePlace(string Words);
