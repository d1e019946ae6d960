namespace Portal.Web.Operations.Tasks;

/// <summary>A chosen step, as the person saw it.</summary>
public sealed record BulkItem(Guid TaskId, int Version);
