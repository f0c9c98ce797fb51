// SPDX-License-Identifier: Apache-2.0

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace Rapporteur.Web.Api;

/// <summary>A field of an address's query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it asks.</param>
/// <param name="Type">Its type in JSON Schema.</param>
internal sealed record Parameter(string Name, string Meaning, string Type = "string");

/// <summary>Describes the addresses of the API for its OpenAPI document.</summary>
internal static class Description
{
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder route, string name, string summary, params Parameter[] parameters)
        => route.WithName(name).WithSummary(summary).ProducesProblem(StatusCodes.Status400BadRequest).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            foreach (Parameter parameter in parameters)
            {
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = parameter.Name, In = ParameterLocation.Query, Description = parameter.Meaning,
                    Schema = new OpenApiSchema { Type = parameter.Type switch { "integer" => JsonSchemaType.Integer, "number" => JsonSchemaType.Number, _ => JsonSchemaType.String } },
                });
            }

            return Task.CompletedTask;
        });
}
