using Husrum.Core.Register;

namespace Husrum.Functions.Azure;

/// <summary>What keeps this home's records. It takes no starts and no events: <see cref="IntentRegister"/>, which everybody else writes through, turns those into rows first.</summary>
/// <param name="Register">The store.</param>
internal sealed record RecordStore(IRegister Register);
