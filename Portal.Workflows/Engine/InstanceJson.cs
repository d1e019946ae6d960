using System.Text.Json.Serialization;

namespace Portal.Workflows.Engine;

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true, AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(InstanceState))]
internal sealed partial class InstanceJson : JsonSerializerContext;
