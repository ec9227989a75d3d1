namespace Husrum.Durable.TaskHub;

/// <summary>An activity that is to run; a row of the table <c>task</c>.</summary>
/// <param name="Instance">The instance's key.</param>
/// <param name="InstanceId">The instance's id.</param>
/// <param name="TaskId">The scheduling event.</param>
/// <param name="Generation">The instance's generation that asked for it.</param>
/// <param name="Name">The activity.</param>
/// <param name="Input">JSON, an array of one.</param>
internal sealed record ActivityCall(long Instance, string InstanceId, int TaskId, long Generation, string Name, string? Input);
