using Husrum.Core.Forms;
using Husrum.Core.Organisations;
using Husrum.Core.Refunds.Intake;

namespace Husrum.Core.Refunds.Rules;

/// <summary>A rule of the form: what is wrong, field by field; nothing where all is well.</summary>
/// <param name="form">As typed.</param>
/// <param name="house">What the rule may look at besides.</param>
public delegate IEnumerable<FieldProblem> FormRule(ClaimForm form, FormHouse house);

/// <summary>What form rules look at besides the form.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Today">Danish calendar day.</param>
/// <param name="Settings">Numbers.</param>
public sealed record FormHouse(Organisation Organisation, DateOnly Today, RefundSettings Settings);
