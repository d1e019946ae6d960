using System.Text.Json.Nodes;

namespace Portal.Workflows.Processes.Meetings;

/// <summary>The part of an invitation that concerns one group.</summary>
/// <param name="AreaIds">The areas of the group that it names.</param>
/// <param name="Form">The invitation as that group gets it.</param>
internal sealed record InvitationOfGroup(string GroupId, IReadOnlyList<string> AreaIds, JsonObject Form);
