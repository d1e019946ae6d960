namespace Portal.Domain.Forms;

/// <summary>A field is shown and validated only while another field of the same level has one of these values.</summary>
/// <param name="Field">Name of the other field.</param>
/// <param name="Values">Values as they stand in the form's JSON: <c>true</c>, <c>Other</c>.</param>
public sealed record FieldCondition(string Field, params string[] Values);
